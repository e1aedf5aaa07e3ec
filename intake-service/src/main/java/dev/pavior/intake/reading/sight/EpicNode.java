package dev.pavior.intake.reading.sight;

import dev.pavior.contract.ItemKey;
import dev.pavior.contract.v1.ItemState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a group epic, which only queries show. */
public final class EpicNode {

    private EpicNode() {}

    /** The sight of an epic. */
    public static Optional<Sighting> read(JsonNode node, Look look) {
        var group = Values.id(node.path("namespace").path("id"));
        var iid = Values.id(node.path("iid"));
        if (group == null || iid == null) {
            return Optional.empty();
        }
        var sighting = new Sighting(ItemKey.epic(look.host(), group, iid), look);
        readItself(sighting, node);
        node.path("widgets").forEach(widget -> readWidget(sighting, widget));
        Widgets.add(sighting, node);
        return Optional.of(sighting);
    }

    private static void readItself(Sighting sighting, JsonNode node) {
        var seen = sighting.observation();
        seen.setGlobalId(Values.id(node.path("id")))
                .setValidAt(Values.change(node.path("updatedAt")))
                .setProjectPath(Values.text(node.path("namespace").path("fullPath")));
        sighting.value("type", node.path("workItemType").path("name"), Values::text, seen::setType);
        sighting.value("state", node.path("state"), EpicNode::state, seen::setState);
        sighting.value("title", node.path("title"), Values::text, seen::setTitle);
        sighting.value(
                "confidential", node.path("confidential"), Values::flag, seen::setConfidential);
        sighting.value("authorId", node.path("author").path("id"), Values::id, seen::setAuthorId);
        sighting.value("createdAt", node.path("createdAt"), Values::time, seen::setCreatedAt);
        sighting.nullable("closedAt", node.path("closedAt"), Values::time, seen::setClosedAt);
    }

    private static void readWidget(Sighting sighting, JsonNode widget) {
        var seen = sighting.observation();
        sighting.nullable(
                "description", widget.path("description"), Values::text, seen::setDescription);
        sighting.nullable(
                "milestoneId",
                widget.path("milestone"),
                milestone -> Values.id(milestone.path("id")),
                seen::setMilestoneId);
        sighting.nullable("weight", widget.path("weight"), Values::count, seen::setWeight);
        sighting.value("upvotes", widget.path("upvotes"), Values::count, seen::setUpvotes);
        sighting.value("downvotes", widget.path("downvotes"), Values::count, seen::setDownvotes);
        readLists(sighting, widget);
    }

    private static void readLists(Sighting sighting, JsonNode widget) {
        var labels = widget.path("labels").path("nodes");
        if (labels.isArray()) {
            sighting.show("labels");
            sighting.observation()
                    .setLabels(Values.sorted(labels, label -> Values.text(label.path("title"))));
        }
        var assignees = widget.path("assignees").path("nodes");
        if (assignees.isArray()) {
            sighting.show("assigneeIds");
            sighting.observation()
                    .setAssigneeIds(Values.sorted(assignees, user -> Values.id(user.path("id"))));
        }
    }

    private static @Nullable ItemState state(JsonNode node) {
        return switch (String.valueOf(Values.text(node))) {
            case "OPEN", "opened" -> ItemState.OPENED;
            case "CLOSED", "closed" -> ItemState.CLOSED;
            default -> null;
        };
    }
}
