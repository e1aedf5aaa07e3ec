package dev.pavior.intake.requests;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import dev.pavior.taxonomy.RouteEdition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The template of one kind of request: its JSON Schema with the charter's areas filled in. */
final class Template {

    // A validator of the whole specification that lives; the messages and places are its own.
    private static final SchemaRegistry VALIDATORS =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    builder ->
                            builder.schemaRegistryConfig(
                                    SchemaRegistryConfig.builder()
                                            .pathType(PathType.JSON_POINTER)
                                            .formatAssertionsEnabled(true)
                                            .locale(Locale.ROOT)
                                            .build()));
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonPointer AREA = JsonPointer.compile("/properties/area");
    private static final JsonPointer SCOPE =
            JsonPointer.compile("/properties/fields/properties/scope");

    private final Kind kind;
    private final ObjectNode text;
    private final Schema schema;

    private Template(Kind kind, ObjectNode text) {
        this.kind = kind;
        this.text = text;
        this.schema = VALIDATORS.getSchema(text);
    }

    /** The template as it holds in an edition of the charter's routes. */
    static Template of(Kind kind, RouteEdition edition) {
        var text = read(kind);
        offer(text, AREA, edition.areas(), areas(edition));
        if (!text.at(SCOPE).isMissingNode()) {
            offer(text, SCOPE, edition.risk().scopes(), "What the risk is about.");
        }
        return new Template(kind, text);
    }

    private static ObjectNode read(Kind kind) {
        var name = "/requests/" + kind.word() + ".schema.json";
        try (var file = Template.class.getResourceAsStream(name)) {
            return (ObjectNode) JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void offer(
            ObjectNode text, JsonPointer field, Collection<String> choices, String description) {
        var found = (ObjectNode) text.at(field);
        found.put("description", description);
        var list = found.putArray("enum");
        choices.forEach(list::add);
    }

    private static String areas(RouteEdition edition) {
        return edition.areas().stream()
                .map(area -> area + ": " + edition.titleOf(area) + dri(edition, area))
                .collect(Collectors.joining("; ", "What it is about. ", "."));
    }

    private static String dri(RouteEdition edition, String area) {
        return edition.elsewhere(area)
                .map(there -> " (out of scope, is referred to " + there.dri() + ")")
                .orElse("");
    }

    Kind kind() {
        return kind;
    }

    String title() {
        return text.path("title").asString();
    }

    /** The schema as it is served. */
    byte[] bytes() {
        return JSON.writeValueAsBytes(text);
    }

    /** All that is wrong with a body. */
    List<Fault> check(JsonNode body) {
        return schema.validate(body).stream().map(Fault::of).distinct().toList();
    }
}
