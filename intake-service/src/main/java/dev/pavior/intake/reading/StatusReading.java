package dev.pavior.intake.reading;

import dev.pavior.contract.v1.CatalogEntry;
import dev.pavior.contract.v1.CatalogKind;
import dev.pavior.intake.gitlab.Query;
import dev.pavior.intake.reading.sight.Values;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads which statuses the items of a group can have, where this GitLab has any. */
record StatusReading(Desk desk, Abilities abilities, Round round) {

    void read(Places places) {
        places.roots().forEach(this::read);
    }

    private void read(Place group) {
        if (abilities.has("Query.namespace") && abilities.has("Namespace.lifecycles")) {
            var query =
                    new Query(
                            "query($path: ID!) { namespace(fullPath: $path) {"
                                    + " lifecycles { nodes { statuses { id name category } } } } }",
                            Map.of("path", group.path()));
            desk.gitLab()
                    .ask(query)
                    .orAway()
                    .map(data -> data.path("namespace").path("lifecycles").path("nodes"))
                    .filter(JsonNode::isArray)
                    .ifPresent(lifecycles -> addStatuses(group, lifecycles));
        }
    }

    private void addStatuses(Place group, JsonNode lifecycles) {
        for (var lifecycle : lifecycles) {
            for (var node : lifecycle.path("statuses")) {
                status(node, group).ifPresent(round::found);
            }
        }
        round.complete(CatalogKind.STATUS, group);
    }

    /** Statuses that GitLab brings along are counted apart from those that a group defined. */
    private Optional<CatalogEntry.Builder> status(JsonNode node, Place group) {
        var global = Values.text(node.path("id"));
        var id = Values.id(node.path("id"));
        if (global == null || id == null) {
            return Optional.empty();
        }
        var prefix = global.contains("SystemDefined") ? "system-" : "";
        var category = Values.text(node.path("category"));
        return Optional.of(
                round.entry(CatalogKind.STATUS, prefix + id)
                        .setEntryId(id)
                        .setGroupId(group.id())
                        .setName(Values.text(node.path("name")))
                        .setCategory(category == null ? null : category.toLowerCase(Locale.ROOT)));
    }
}
