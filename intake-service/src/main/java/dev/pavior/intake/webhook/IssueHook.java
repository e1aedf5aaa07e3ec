package dev.pavior.intake.webhook;

import dev.pavior.contract.ItemKey;
import dev.pavior.contract.v1.Observation;
import dev.pavior.intake.webhook.Translation.Unreadable;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads hooks about issues, incidents, tasks and other work items, and about group epics. */
final class IssueHook implements Translator.Hook {

    @Override
    public Translation read(Payload payload) {
        var iid = payload.iid();
        if (iid.isEmpty()) {
            return new Unreadable("no-iid");
        }
        var project = projectId(payload);
        if (project.isPresent()) {
            return sighted(
                    payload, ItemKey.issue(payload.host(), project.getAsLong(), iid.getAsLong()));
        }
        var group = groupId(payload);
        return group.isPresent() && isEpic(payload)
                ? sighted(payload, ItemKey.epic(payload.host(), group.getAsLong(), iid.getAsLong()))
                : new Unreadable("no-project");
    }

    private static java.util.OptionalLong projectId(Payload payload) {
        return Payload.firstId(
                payload.at("project").path("id"),
                payload.attribute("project_id"),
                payload.at("project_id"));
    }

    /** The group of a label will not do: it may be any ancestor of the epic's own. */
    private static java.util.OptionalLong groupId(Payload payload) {
        return Payload.firstId(
                payload.at("group").path("id"),
                payload.at("group").path("group_id"),
                payload.attribute("group_id"),
                payload.at("group_id"));
    }

    private static boolean isEpic(Payload payload) {
        return Json.text(payload.attribute("type")).filter("Epic"::equalsIgnoreCase).isPresent();
    }

    private static Translation sighted(Payload payload, ItemKey key) {
        var observation = payload.observation(key);
        var item = new ItemFields(payload, observation).read();
        readConfidential(payload, item.fields(), observation);
        observation
                .setType(
                        item.fields()
                                .value("type", payload.attribute("type"), Json::text)
                                .orElse(null))
                .setWeight(
                        item.fields().nullable("weight", payload.attribute("weight"), Json::count))
                .setStatus(
                        item.fields()
                                .nullable(
                                        "status", payload.attribute("status"), IssueHook::status));
        return item.sighted();
    }

    /**
     * Any sign of confidentiality is believed over the flag, and a flag that cannot be read is such
     * a sign. Where there is neither sign nor flag the field was not seen, and its default says
     * confidential: what was shown cannot be hidden again.
     */
    private static void readConfidential(
            Payload payload, Fields fields, Observation.Builder observation) {
        var told = payload.attribute("confidential");
        var flag = fields.value("confidential", told, Json::flag);
        boolean sign =
                (!told.isMissingNode() && flag.isEmpty())
                        || payload.event().startsWith("Confidential")
                        || Json.text(payload.at("event_type"))
                                .filter(type -> type.startsWith("confidential_"))
                                .isPresent();
        if (sign) {
            fields.show("confidential");
        }
        observation.setConfidential(sign || flag.orElse(true));
    }

    private static Optional<String> status(JsonNode node) {
        return Json.text(node).or(() -> Json.text(node.path("name")));
    }
}
