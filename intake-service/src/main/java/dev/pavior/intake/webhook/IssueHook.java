package dev.pavior.intake.webhook;

import dev.pavior.contract.ItemKey;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads hooks about issues, incidents, tasks and other work items, and about group epics. */
final class IssueHook implements Translator.Hook {

    @Override
    public Translation read(Payload payload) {
        return Locations.ofWorkItem(payload, payload.attributes(), key -> sighted(payload, key));
    }

    private static Translation sighted(Payload payload, ItemKey key) {
        var observation = payload.observation(key);
        var item = new ItemFields(payload, observation).read();
        var fields = item.fields();
        Confidentiality.ofWorkItem(payload, fields, observation);
        observation
                .setType(fields.value("type", payload.attribute("type"), Json::text).orElse(null))
                .setWeight(fields.nullable("weight", payload.attribute("weight"), Json::count))
                .setStatus(
                        fields.nullable("status", payload.attribute("status"), IssueHook::status))
                .setHealthStatus(
                        fields.nullable(
                                "healthStatus", payload.attribute("health_status"), Json::word))
                .setMovedToId(fields.nullableId("movedToId", payload.attribute("moved_to_id")))
                .setIterationId(fields.nullableId("iterationId", iteration(payload)))
                .setParent(fields.nullable("parent", parent(payload), node -> key(payload, node)));
        return item.sighted();
    }

    private static Optional<String> status(JsonNode node) {
        return Json.text(node).or(() -> Json.text(node.path("name")));
    }

    /** Sprint was the name before iteration; neither is in hooks of every version. */
    private static JsonNode iteration(Payload payload) {
        var whole = payload.attribute("iteration");
        return Payload.firstPresent(
                payload.attribute("iteration_id"),
                payload.attribute("sprint_id"),
                whole.isObject() ? whole.path("id") : whole);
    }

    private static JsonNode parent(Payload payload) {
        return Payload.firstPresent(payload.attribute("parent"), payload.attribute("epic"));
    }

    private static Optional<String> key(Payload payload, JsonNode parent) {
        var iid = Json.id(parent.path("iid"));
        var project = Json.id(parent.path("project_id"));
        var group = Json.id(parent.path("group_id"));
        if (iid.isEmpty() || (project.isEmpty() && group.isEmpty())) {
            return Optional.empty();
        }
        var key =
                project.isPresent()
                        ? ItemKey.issue(payload.host(), project.getAsLong(), iid.getAsLong())
                        : ItemKey.epic(payload.host(), group.getAsLong(), iid.getAsLong());
        return Optional.of(key.toString());
    }
}
