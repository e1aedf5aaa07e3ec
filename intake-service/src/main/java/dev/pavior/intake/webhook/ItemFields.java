package dev.pavior.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pavior.contract.v1.ItemState;
import dev.pavior.contract.v1.Observation;
import dev.pavior.intake.webhook.Translation.Sighted;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads the fields that issues and merge requests have in common. */
final class ItemFields {

    /** Title and description together must fit a record; longer ones were not seen. */
    static final int TEXT_LIMIT = 700 * 1024;

    private final Payload payload;
    private final Observation.Builder observation;
    private final Fields fields = new Fields();

    ItemFields(Payload payload, Observation.Builder observation) {
        this.payload = payload;
        this.observation = observation;
    }

    Fields fields() {
        return fields;
    }

    /** Fills in what the payload shows. */
    ItemFields read() {
        readState();
        readText();
        readPeople();
        observation
                .setLabels(
                        fields.sorted(
                                "labels",
                                Fields::titleOf,
                                payload.at("labels"),
                                payload.attribute("labels")))
                .setMilestoneId(fields.nullableId("milestoneId", payload.attribute("milestone_id")))
                .setCreatedAt(
                        fields.value("createdAt", payload.attribute("created_at"), Json::time)
                                .orElse(null))
                .setClosedAt(
                        fields.nullable("closedAt", payload.attribute("closed_at"), Json::time));
        return this;
    }

    Sighted sighted() {
        var seen = observation.setSeen(fields.seen()).build();
        return new Sighted(Told.seen(seen), List.of(), fields.misread());
    }

    private void readState() {
        fields.value("state", payload.attribute("state"), ItemFields::state)
                .or(
                        () ->
                                fields.value(
                                        "state",
                                        payload.attribute("state_id"),
                                        ItemFields::stateOfId))
                .ifPresent(observation::setState);
    }

    private void readText() {
        var title = fields.value("title", payload.attribute("title"), ItemFields::shortText);
        title.ifPresent(observation::setTitle);
        observation.setDescription(
                fields.nullable(
                        "description", payload.attribute("description"), ItemFields::longText));
    }

    private void readPeople() {
        observation
                .setAuthorId(
                        fields.value("authorId", payload.attribute("author_id"), Fields::idOf)
                                .orElse(null))
                .setAssigneeIds(
                        fields.sorted(
                                "assigneeIds",
                                Fields::idOf,
                                payload.attribute("assignee_ids"),
                                payload.at("assignees"),
                                oneOf(payload.attribute("assignee_id"))));
    }

    /** Before there were several assignees there was one, or null. */
    private static JsonNode oneOf(JsonNode assignee) {
        var list = JsonNodeFactory.instance.arrayNode();
        if (assignee.isMissingNode()) {
            return assignee;
        }
        return assignee.isNull() ? list : list.add(assignee);
    }

    private static Optional<ItemState> state(JsonNode node) {
        return Json.text(node).map(ItemFields::stateNamed);
    }

    /** GitLab before 9.0 also said reopened. */
    private static @Nullable ItemState stateNamed(String name) {
        return switch (name) {
            case "opened", "reopened" -> ItemState.OPENED;
            case "closed" -> ItemState.CLOSED;
            case "merged" -> ItemState.MERGED;
            case "locked" -> ItemState.LOCKED;
            default -> null;
        };
    }

    private static Optional<ItemState> stateOfId(JsonNode node) {
        return Json.count(node)
                .map(
                        id ->
                                switch (id) {
                                    case 1 -> ItemState.OPENED;
                                    case 2 -> ItemState.CLOSED;
                                    case 3 -> ItemState.MERGED;
                                    case 4 -> ItemState.LOCKED;
                                    default -> null;
                                });
    }

    private static Optional<String> shortText(JsonNode node) {
        return Json.text(node).filter(text -> text.length() <= 4096);
    }

    private static Optional<String> longText(JsonNode node) {
        return Json.text(node).filter(text -> text.getBytes(UTF_8).length <= TEXT_LIMIT);
    }
}
