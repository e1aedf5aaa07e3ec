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

    /** One that has no GraphQL, or does not describe it. */
    static final Abilities NONE = new Abilities(Set.of());

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

    /** Asks a GitLab to describe itself, once. */
    static Abilities of(GitLab gitLab) {
        return gitLab.ask(new Query(question(), Map.of()))
                .orAway()
                .map(Abilities::read)
                .orElse(NONE);
    }

    boolean has(String field) {
        return fields.contains(field);
    }

    private static String question() {
        return TYPES.stream()
                .sorted()
                .map(
                        type ->
                                "%s: __type(name: \"%s\") { fields { name args { name } } }"
                                        .formatted(type, type))
                .collect(Collectors.joining(" ", "query { ", " }"));
    }

    private static Abilities read(JsonNode data) {
        return new Abilities(
                data.propertyStream()
                        .flatMap(type -> fields(type.getKey(), type.getValue().path("fields")))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Stream<String> fields(String type, JsonNode fields) {
        return fields.valueStream().flatMap(field -> names(type, field));
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
