package dev.pavior.intake.webhook;

import dev.pavior.contract.v1.CatalogKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A project or group as a payload shows it, in one of the shapes that GitLab has for it.
 *
 * @param kind which of the two
 * @param node where its fields stand
 */
record Place(CatalogKind kind, long id, JsonNode node) {

    static Optional<Place> project(JsonNode node) {
        return of(
                CatalogKind.PROJECT,
                Payload.firstId(node.path("id"), node.path("project_id")),
                node);
    }

    static Optional<Place> group(JsonNode node) {
        return of(CatalogKind.GROUP, Payload.firstId(node.path("group_id"), node.path("id")), node);
    }

    private static Optional<Place> of(CatalogKind kind, OptionalLong id, JsonNode node) {
        return id.isPresent()
                ? Optional.of(new Place(kind, id.getAsLong(), node))
                : Optional.empty();
    }

    /** Its entry. */
    Told entry(Payload payload, @Nullable String state) {
        return Told.listed(
                Entries.of(payload, kind, id)
                        .setName(first("name", "group_name"))
                        .setFullPath(path().orElse(null))
                        .setDefaultBranch(first("default_branch"))
                        .setVisibility(visibility())
                        .setState(state)
                        .build());
    }

    /** The entry of its path, where it shows one. */
    List<Told> pathEntry(Payload payload) {
        return path()
                .map(path -> Entries.path(payload, path, id, kind).build())
                .map(Told::listed)
                .stream()
                .toList();
    }

    /** Its full path; that of a group before GitLab 17 was only its last part, which is none. */
    Optional<String> path() {
        return Optional.ofNullable(first("path_with_namespace", "full_path"));
    }

    /** What to call it where it shows no path. */
    String title() {
        return Optional.ofNullable(first("group_path", "name", "group_name"))
                .orElse(kind.name().toLowerCase(Locale.ROOT) + " " + id);
    }

    private @Nullable String first(String... fields) {
        return Stream.of(fields)
                .map(field -> Entries.name(node.path(field)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    /** Once the word itself, once a number, and in old events with another word before it. */
    private @Nullable String visibility() {
        var word = Json.text(node.path("project_visibility"));
        return word.map(text -> text.substring(text.lastIndexOf('|') + 1))
                .or(() -> Json.count(node.path("visibility_level")).map(Place::level))
                .filter(text -> List.of("private", "internal", "public").contains(text))
                .orElse(null);
    }

    private static @Nullable String level(int level) {
        return switch (level) {
            case 0 -> "private";
            case 10 -> "internal";
            case 20 -> "public";
            default -> null;
        };
    }
}
