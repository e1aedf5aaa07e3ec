package dev.pavior.intake.webhook;

import dev.pavior.contract.ItemKey;
import dev.pavior.intake.webhook.Translation.Unreadable;
import java.util.OptionalLong;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Finds the key of an item. One whose key cannot be told is not guessed at: a wrong key would mix
 * two items for ever.
 */
final class Locations {

    private Locations() {}

    /** Goes on with the key of an issue or another work item, be it of a project or a group. */
    static Translation ofWorkItem(
            Payload payload, JsonNode item, Function<ItemKey, Translation> then) {
        var iid = Json.id(item.path("iid"));
        if (iid.isEmpty()) {
            return new Unreadable("no-iid");
        }
        var project = projectId(payload, item.path("project_id"));
        if (project.isPresent()) {
            return then.apply(ItemKey.issue(payload.host(), project.getAsLong(), iid.getAsLong()));
        }
        var group = groupId(payload, item);
        return group.isPresent() && isEpic(payload, item)
                ? then.apply(ItemKey.epic(payload.host(), group.getAsLong(), iid.getAsLong()))
                : new Unreadable("no-project");
    }

    /** Goes on with the key of a merge request, which belongs to its target. */
    static Translation ofMergeRequest(
            Payload payload, JsonNode item, Function<ItemKey, Translation> then) {
        var iid = Json.id(item.path("iid"));
        if (iid.isEmpty()) {
            return new Unreadable("no-iid");
        }
        var project = projectId(payload, item.path("project_id"), item.path("target_project_id"));
        return project.isPresent()
                ? then.apply(
                        ItemKey.mergeRequest(payload.host(), project.getAsLong(), iid.getAsLong()))
                : new Unreadable("no-project");
    }

    private static OptionalLong projectId(Payload payload, JsonNode... ofItem) {
        var first = Json.id(payload.at("project").path("id"));
        if (first.isPresent()) {
            return first;
        }
        var own = Payload.firstId(ofItem);
        return own.isPresent() ? own : Json.id(payload.at("project_id"));
    }

    /** The group of a label will not do: it may be any ancestor of the epic's own. */
    private static OptionalLong groupId(Payload payload, JsonNode item) {
        return Payload.firstId(
                payload.at("group").path("id"),
                payload.at("group").path("group_id"),
                item.path("group_id"),
                payload.at("group_id"),
                item.path("namespace_id"));
    }

    private static boolean isEpic(Payload payload, JsonNode item) {
        return payload.at("epic").isObject()
                || Json.text(item.path("type")).filter("Epic"::equalsIgnoreCase).isPresent();
    }
}
