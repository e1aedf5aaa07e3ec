package dev.pavior.intake.webhook;

import dev.pavior.contract.v1.Observation;
import tools.jackson.databind.JsonNode;

/**
 * Reads who may see an item. Any sign of confidentiality is believed over a flag that denies it,
 * and a flag that cannot be read is such a sign: what was shown once cannot be hidden again.
 */
final class Confidentiality {

    private static final String FIELD = "confidential";

    private Confidentiality() {}

    /** Where there is neither sign nor flag the field was not seen, and its default says yes. */
    static void ofWorkItem(Payload payload, Fields fields, Observation.Builder observation) {
        var told = payload.attribute(FIELD);
        var flag = fields.value(FIELD, told, Json::flag);
        boolean sign = isSign(told) || isMarked(payload);
        if (sign) {
            fields.show(FIELD);
        }
        observation.setConfidential(sign || flag.orElse(true));
    }

    /** GitLab has no confidential merge requests: who sees the project sees them. */
    static void ofMergeRequest(Payload payload, Fields fields, Observation.Builder observation) {
        fields.show(FIELD);
        observation.setConfidential(isSign(payload.attribute(FIELD)) || isMarked(payload));
    }

    /** A comment is public only where its issue is said to be, and nothing says otherwise. */
    static boolean ofNoteOnWorkItem(Payload payload, JsonNode parent) {
        return isSignedNote(payload, parent) || parent.path(FIELD).isMissingNode();
    }

    /** Of a merge request's comment, its kind or its own flag must say that it is public. */
    static boolean ofNoteOnMergeRequest(Payload payload, JsonNode parent) {
        boolean said =
                Json.text(payload.at("event_type")).filter("note"::equals).isPresent()
                        || !payload.attribute("internal").isMissingNode()
                        || !payload.attribute(FIELD).isMissingNode();
        return isSignedNote(payload, parent) || !said;
    }

    private static boolean isSignedNote(Payload payload, JsonNode parent) {
        return isMarked(payload)
                || isSign(payload.attribute("internal"))
                || isSign(payload.attribute(FIELD))
                || isSign(parent.path(FIELD));
    }

    private static boolean isMarked(Payload payload) {
        return payload.event().startsWith("Confidential")
                || Json.text(payload.at("event_type"))
                        .filter(type -> type.startsWith("confidential_"))
                        .isPresent()
                || isTrue(payload.at("changes").path(FIELD).path("current"));
    }

    private static boolean isSign(JsonNode flag) {
        return !flag.isMissingNode() && Json.flag(flag).orElse(true);
    }

    private static boolean isTrue(JsonNode flag) {
        return Json.flag(flag).orElse(false);
    }
}
