package dev.pavior.intake.reading.sight;

import dev.pavior.contract.ItemKey;
import dev.pavior.contract.v1.ItemLink;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Adds to a sight what only a query shows: status, parent, links and how much is discussed. */
public final class Widgets {

    private Widgets() {}

    /** Adds what a work item's node shows. */
    public static void add(Sighting sighting, JsonNode node) {
        sighting.value(
                "discussions",
                node.path("userDiscussionsCount"),
                Values::count,
                sighting.observation()::setDiscussions);
        node.path("widgets").forEach(widget -> addWidget(sighting, widget));
    }

    private static void addWidget(Sighting sighting, JsonNode widget) {
        var seen = sighting.observation();
        sighting.nullable(
                "status",
                widget.path("status"),
                status -> Values.text(status.path("name")),
                seen::setStatus);
        sighting.nullable(
                "parent",
                widget.path("parent"),
                parent -> key(sighting.key().host(), parent),
                seen::setParent);
        sighting.nullable(
                "healthStatus",
                widget.path("healthStatus"),
                Widgets::health,
                seen::setHealthStatus);
        sighting.nullable(
                "iterationId",
                widget.path("iteration"),
                iteration -> Values.id(iteration.path("id")),
                seen::setIterationId);
        addLinks(sighting, widget.path("linkedItems").path("nodes"));
    }

    private static void addLinks(Sighting sighting, JsonNode links) {
        if (links.isArray()) {
            sighting.show("links");
            sighting.observation()
                    .setLinks(
                            links.valueStream()
                                    .map(link -> link(sighting.key().host(), link))
                                    .filter(Objects::nonNull)
                                    .sorted(Comparator.comparing(ItemLink::getItem))
                                    .toList());
        }
    }

    private static @Nullable ItemLink link(String host, JsonNode link) {
        var key = key(host, link.path("workItem"));
        var type = Values.text(link.path("linkType"));
        return key == null || type == null ? null : new ItemLink(key, type);
    }

    /** The key of a work item that a query shows, null where it does not show enough. */
    static @Nullable String key(String host, JsonNode item) {
        var iid = Values.id(item.path("iid"));
        var project = Values.id(item.path("project").path("id"));
        if (iid != null && project != null) {
            return ItemKey.issue(host, project, iid).toString();
        }
        var group = Values.id(item.path("namespace").path("id"));
        var isEpic = "Epic".equals(Values.text(item.path("workItemType").path("name")));
        return iid != null && group != null && isEpic
                ? ItemKey.epic(host, group, iid).toString()
                : null;
    }

    /** Queries say {@code onTrack} where lists say {@code on_track}. */
    private static @Nullable String health(JsonNode node) {
        var word = Values.text(node);
        return word == null
                ? null
                : word.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(java.util.Locale.ROOT);
    }
}
