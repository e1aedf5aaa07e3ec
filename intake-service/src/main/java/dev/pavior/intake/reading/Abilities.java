package dev.pavior.intake.reading;

import dev.pavior.intake.gitlab.GitLab;
import dev.pavior.intake.gitlab.Query;
import dev.pavior.intake.reading.sight.Values;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What the GraphQL interface of a GitLab has of what we would ask, by its own words.
 *
 * @param fields its fields, as {@code Type.field}, and arguments, as {@code Type.field(argument)}
 */
record Abilities(Set<String> fields) {

    private static final Set<String> TYPES =
            Set.of(
                    "Query",
                    "Project",
                    "Group",
                    "Namespace",
                    "Issue",
                    "WorkItem",
                    "WorkItemWidgetStatus",
                    "WorkItemWidgetHierarchy",
                    "WorkItemWidgetLinkedItems",
                    "WorkItemWidgetHealthStatus",
                    "WorkItemWidgetIteration",
                    "WorkItemWidgetLabels",
                    "WorkItemWidgetMilestone",
                    "WorkItemWidgetWeight",
                    "WorkItemWidgetDescription",
                    "WorkItemWidgetAssignees",
                    "WorkItemWidgetAwardEmoji");

    /** Has a GitLab describe itself, type by type: several at once look like an attack to some. */
    static Abilities of(GitLab gitLab) {
        return new Abilities(
                TYPES.stream()
                        .flatMap(type -> gitLab.ask(question(type)).orAway().stream())
                        .flatMap(data -> fields(data.path("__type")))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    boolean has(String field) {
        return fields.contains(field);
    }

    private static Query question(String type) {
        return new Query(
                "query($type: String!) { __type(name: $type) { name fields { name args { name } } } }",
                Map.of("type", type));
    }

    private static Stream<String> fields(JsonNode type) {
        var name = type.path("name").asString("");
        return type.path("fields").valueStream().flatMap(field -> names(name, field));
    }

    private static Stream<String> names(String type, JsonNode field) {
        var name = type + "." + Values.text(field.path("name"));
        var arguments =
                field.path("args")
                        .valueStream()
                        .map(argument -> Values.text(argument.path("name")))
                        .filter(Objects::nonNull)
                        .map(argument -> name + "(" + argument + ")");
        return Stream.concat(Stream.of(name), arguments);
    }
}
