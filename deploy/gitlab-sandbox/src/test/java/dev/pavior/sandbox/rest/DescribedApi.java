package dev.pavior.sandbox.rest;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.pavior.sandbox.Corpus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * GitLab's own description of its API, as JSON Schema.
 *
 * <p>The description is generated and not exact, so it is read with these rules and no others:
 *
 * <ol>
 *   <li>A property may also have each type, null among them, that an answer in the corpus shows for
 *       it, and an object may have each property that one there has.
 *   <li>{@code {type: string}} and nothing else is what the generator writes where nobody declared
 *       a type: where the corpus shows no type either, any type may stand.
 *   <li>Where the example of a string is a whole number, the number is meant.
 *   <li>Where the operation answers a list but its element is described, a list of it is meant.
 *   <li>{@link #MEANT} names what is answered where the description names something else: those who
 *       are signed in get more of a project, and what a merge closes are issues.
 *   <li>{@link #LISTS} names lists that are described as their element.
 *   <li>{@link #NULLABLE} names what may be null though the corpus shows no such object.
 *   <li>{@link #ISSUES} names the shapes of an issue: what one may have or be, all may.
 *   <li>{@link #NEWER} names properties of versions newer than the description.
 * </ol>
 *
 * A property that is neither described nor allowed by these rules is an error.
 */
final class DescribedApi {

    private static final String ENTITY = "API_Entities_";

    private static final Map<String, String> MEANT =
            Map.of(
                    "API_Entities_BasicProjectDetails", "API_Entities_ProjectWithAccess",
                    "API_Entities_MRNote", "API_Entities_Issue");

    private static final Map<String, Set<String>> LISTS =
            Map.of(
                    "GroupDetail", Set.of("projects"),
                    "MergeRequestApprovals", Set.of("approved_by"));

    private static final List<String> ISSUES = List.of("Issue", "IssueBasic", "RelatedIssue");

    private static final Map<String, Set<String>> NULLABLE =
            Map.of(
                    "Milestone", Set.of("start_date"),
                    "MergeRequest",
                            Set.of(
                                    "diff_refs",
                                    "head_pipeline",
                                    "latest_build_finished_at",
                                    "latest_build_started_at",
                                    "pipeline"),
                    "BasicProjectDetails", Set.of("avatar_url"),
                    "ProjectWithAccess", Set.of("avatar_url"),
                    "Project", Set.of("avatar_url"),
                    "NamespaceBasic", Set.of("avatar_url", "parent_id"),
                    "AwardEmoji", Set.of("url"),
                    "Member", Set.of("avatar_url", "expires_at"),
                    "PersonalAccessTokenWithLastUsedIps", Set.of("expires_at"),
                    "ProjectHook",
                            Set.of(
                                    "name",
                                    "description",
                                    "disabled_until",
                                    "push_events_branch_filter",
                                    "custom_webhook_template"));

    private static final Map<String, Set<String>> NEWER =
            Map.of("ProjectHook", Set.of("token_present", "signing_token_present"));

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JsonNode description;
    private final Map<String, Map<String, Set<String>>> shown = new TreeMap<>();
    private final Map<String, Schema> schemas = new HashMap<>();
    private final ObjectNode definitions;

    DescribedApi(Corpus corpus) {
        description = read(corpus);
        learn(corpus);
        learnMilestones(corpus);
        definitions = converted();
    }

    /** What is wrong with an answer; empty where the description does not describe it. */
    Optional<List<String>> complaints(Recorder.Answered answer) {
        if (answer.body().isEmpty()) {
            return Optional.empty();
        }
        return entity(answer).map(entity -> complaints(entity, JSON.readTree(answer.body())));
    }

    private List<String> complaints(String entity, JsonNode body) {
        var schema = schemas.computeIfAbsent(entity, this::schema);
        var each = body.isArray() ? body.valueStream().toList() : List.of(body);
        return each.stream()
                .flatMap(one -> schema.validate(one).stream())
                .map(error -> entity + error.getInstanceLocation() + ": " + error.getMessage())
                .distinct()
                .toList();
    }

    private Schema schema(String entity) {
        var root = JSON.createObjectNode();
        root.put("$ref", "#/definitions/" + entity);
        root.set("definitions", reachable(entity));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(root);
    }

    /** The whole description has hundreds of definitions; a schema of a few is quick to make. */
    private ObjectNode reachable(String entity) {
        var found = JSON.createObjectNode();
        var open = new ArrayDeque<>(List.of(entity));
        while (!open.isEmpty()) {
            String name = open.remove();
            if (!found.has(name)) {
                found.set(name, definitions.get(name));
                definitions.get(name).findValuesAsString("$ref").stream()
                        .map(reference -> reference.substring("#/definitions/".length()))
                        .forEach(open::add);
            }
        }
        return found;
    }

    /** The definition that the operation's answer refers to. */
    private Optional<String> entity(Recorder.Answered answer) {
        return description.get("paths").properties().stream()
                .filter(path -> fits(path.getKey(), answer.path()))
                .max(Comparator.comparing(path -> literals(path.getKey())))
                .map(path -> path.getValue().path(answer.method().toLowerCase(Locale.ROOT)))
                .map(operation -> operation.path("responses"))
                .map(responses -> responses.path(String.valueOf(answer.status())).path("schema"))
                .flatMap(schema -> referred(schema).or(() -> referred(schema.path("items"))))
                .map(entity -> MEANT.getOrDefault(entity, entity));
    }

    private static boolean fits(String template, String path) {
        String[] wanted = template.split("/");
        String[] given = path.split("/");
        boolean fits = wanted.length == given.length;
        for (int i = 0; fits && i < wanted.length; i++) {
            fits = wanted[i].startsWith("{") || wanted[i].equals(given[i]);
        }
        return fits;
    }

    private static long literals(String template) {
        return List.of(template.split("/")).stream().filter(part -> !part.startsWith("{")).count();
    }

    private static Optional<String> referred(JsonNode schema) {
        return Optional.of(schema.path("$ref").asString(""))
                .filter(reference -> !reference.isEmpty())
                .map(reference -> reference.substring("#/definitions/".length()));
    }

    private void learn(Corpus corpus) {
        corpus.json(
                        "api",
                        path ->
                                path.matches(
                                        ".*(gitlab_api_issues__|/issues__retrieve|/issues__list-all-.*issues).*"))
                .forEach(answer -> ISSUES.forEach(entity -> learn(ENTITY + entity, answer)));
        corpus.json(
                        "api",
                        path -> path.matches(".*(gitlab_api_merge_requests__|get_merge_request).*"))
                .forEach(
                        answer -> {
                            learn(ENTITY + "MergeRequest", answer);
                            learn(ENTITY + "MergeRequestBasic", answer);
                        });
    }

    private void learnMilestones(Corpus corpus) {
        corpus.json(
                        "api",
                        path ->
                                path.matches(
                                        ".*/(milestones?|milestone-group|milestones__list.*)\\.json"))
                .forEach(answer -> learn(ENTITY + "Milestone", answer));
    }

    private void learn(String entity, JsonNode value) {
        if (value.isArray()) {
            value.forEach(one -> learn(entity, one));
            return;
        }
        var properties = description.get("definitions").path(entity).path("properties");
        value.properties()
                .forEach(
                        property -> {
                            var described = properties.path(property.getKey());
                            types(entity, property.getKey()).add(type(property.getValue()));
                            referred(described)
                                    .filter(to -> property.getValue().isContainer())
                                    .ifPresent(to -> learn(to, property.getValue()));
                        });
    }

    private Set<String> types(String entity, String property) {
        return shown.computeIfAbsent(entity, name -> new TreeMap<>())
                .computeIfAbsent(property, name -> new TreeSet<>());
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL -> "null";
            case BOOLEAN -> "boolean";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            case STRING -> "string";
            case ARRAY -> "array";
            default -> "object";
        };
    }

    private ObjectNode converted() {
        var all = JSON.createObjectNode();
        description
                .get("definitions")
                .properties()
                .forEach(
                        entry ->
                                all.set(
                                        entry.getKey(),
                                        converted(entry.getKey(), entry.getValue())));
        return all;
    }

    private ObjectNode converted(String entity, JsonNode described) {
        var properties = JSON.createObjectNode();
        described
                .path("properties")
                .properties()
                .forEach(
                        p ->
                                properties.set(
                                        p.getKey(), property(entity, p.getKey(), p.getValue())));
        var more = new TreeSet<>(shown.getOrDefault(entity, Map.of()).keySet());
        more.addAll(NEWER.getOrDefault(entity.replace(ENTITY, ""), Set.of()));
        more.stream()
                .filter(name -> !properties.has(name))
                .forEach(name -> properties.set(name, JSON.createObjectNode()));
        var schema = JSON.createObjectNode();
        schema.put("type", "object");
        schema.set("properties", properties);
        schema.put("additionalProperties", false);
        return schema;
    }

    private JsonNode property(String entity, String name, JsonNode described) {
        var also = new TreeSet<>(shown.getOrDefault(entity, Map.of()).getOrDefault(name, Set.of()));
        if (NULLABLE.getOrDefault(entity.replace(ENTITY, ""), Set.of()).contains(name)) {
            also.add("null");
        }
        if (LISTS.getOrDefault(entity.replace(ENTITY, ""), Set.of()).contains(name)) {
            also.add("array");
        }
        if (undeclared(described) && also.isEmpty()) {
            return JSON.createObjectNode();
        }
        var choices = JSON.createArrayNode();
        choices.add(single(described));
        also.forEach(type -> choices.add(allowed(type, described)));
        return JSON.createObjectNode().set("anyOf", choices);
    }

    private static boolean undeclared(JsonNode described) {
        return described.size() == 1 && described.path("type").asString("").equals("string");
    }

    private static JsonNode single(JsonNode described) {
        if (described.path("type").asString("").equals("string")
                && described.path("example").isIntegralNumber()) {
            return JSON.createObjectNode().put("type", "integer");
        }
        return withoutRemarks((ObjectNode) described.deepCopy());
    }

    private static ObjectNode withoutRemarks(ObjectNode schema) {
        schema.remove(List.of("example", "description"));
        schema.path("properties").forEach(property -> withoutRemarks((ObjectNode) property));
        if (schema.path("items") instanceof ObjectNode items) {
            withoutRemarks(items);
        }
        return schema;
    }

    /** What the corpus shows as an object or a list is still of the kind that is described. */
    private static JsonNode allowed(String type, JsonNode described) {
        var schema = JSON.createObjectNode();
        if (type.equals("object") && described.has("$ref")) {
            return schema.set("$ref", described.get("$ref"));
        }
        schema.put("type", type);
        if (type.equals("array") && described.has("$ref")) {
            schema.set("items", JSON.createObjectNode().set("$ref", described.get("$ref")));
        }
        return schema;
    }

    private static JsonNode read(Corpus corpus) {
        var options = new LoaderOptions();
        options.setCodePointLimit(16 * 1024 * 1024);
        try (var reader = Files.newBufferedReader(corpus.file("gitlab-openapi/openapi_v2.yaml"))) {
            return JSON.valueToTree(new Yaml(new SafeConstructor(options)).load(reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many properties the corpus shows, so that a test can tell it was there. */
    int learned() {
        return shown.values().stream().mapToInt(Map::size).sum();
    }
}
