package dev.pavior.intake.webhook;

import dev.pavior.intake.webhook.Translation.NotOurs;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Reads hooks about comments on issues, other work items and merge requests. */
final class NoteHook implements Translator.Hook {

    private final List<String> handles;

    NoteHook(List<String> handles) {
        this.handles = List.copyOf(handles);
    }

    @Override
    public Translation read(Payload payload) {
        var item =
                Payload.firstObject(
                        payload.at("issue"), payload.at("work_item"), payload.at("epic"));
        var request = payload.at("merge_request");
        return switch (noteable(payload, item, request)) {
            case "issue", "workitem", "epic" -> onWorkItem(payload, item);
            case "mergerequest" -> onMergeRequest(payload, request);
            case "commit" -> new NotOurs("note:commit");
            case "snippet" -> new NotOurs("note:snippet");
            default -> new NotOurs("note:other");
        };
    }

    private Translation onWorkItem(Payload payload, JsonNode item) {
        boolean confidential = Confidentiality.ofNoteOnWorkItem(payload, item);
        return Locations.ofWorkItem(
                payload, item, key -> new Comment(payload, key, confidential).translation(handles));
    }

    private Translation onMergeRequest(Payload payload, JsonNode request) {
        boolean confidential = Confidentiality.ofNoteOnMergeRequest(payload, request);
        return Locations.ofMergeRequest(
                payload,
                request,
                key -> new Comment(payload, key, confidential).translation(handles));
    }

    /** What the comment is on, as it says, or else as what it brings along. */
    private static String noteable(Payload payload, JsonNode item, JsonNode request) {
        return Json.text(payload.attribute("noteable_type"))
                .map(type -> type.toLowerCase(Locale.ROOT))
                .orElseGet(
                        () -> {
                            if (item.isObject()) {
                                return "issue";
                            }
                            return request.isObject() ? "mergerequest" : "other";
                        });
    }
}
