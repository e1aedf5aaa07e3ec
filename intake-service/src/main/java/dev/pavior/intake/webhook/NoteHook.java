package dev.pavior.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pavior.contract.ItemKey;
import dev.pavior.contract.v1.Note;
import dev.pavior.contract.v1.Origin;
import dev.pavior.intake.domain.Commands;
import dev.pavior.intake.domain.Mentions;
import dev.pavior.intake.webhook.Translation.NotOurs;
import dev.pavior.intake.webhook.Translation.Sighted;
import dev.pavior.intake.webhook.Translation.Unreadable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads hooks about comments: who wrote on which item, and whom of the team that calls. */
final class NoteHook implements Translator.Hook {

    /** A text may be this long in a record; the rest is cut. */
    static final int TEXT_LIMIT = 64 * 1024;

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
            case "issue", "workitem", "epic" ->
                    Locations.ofWorkItem(
                            payload,
                            item,
                            key ->
                                    written(
                                            payload,
                                            key,
                                            Confidentiality.ofNoteOnWorkItem(payload, item)));
            case "mergerequest" ->
                    Locations.ofMergeRequest(
                            payload,
                            request,
                            key ->
                                    written(
                                            payload,
                                            key,
                                            Confidentiality.ofNoteOnMergeRequest(
                                                    payload, request)));
            case "commit" -> new NotOurs("note:commit");
            case "snippet" -> new NotOurs("note:snippet");
            default -> new NotOurs("note:other");
        };
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

    private Translation written(Payload payload, ItemKey key, boolean confidential) {
        var id = Json.id(payload.attribute("id"));
        if (id.isEmpty()) {
            return new Unreadable("no-id");
        }
        var created = Json.time(payload.attribute("created_at")).orElse(null);
        var updated = Json.time(payload.attribute("updated_at")).orElse(created);
        var action = action(payload, created, updated);
        if (action.isEmpty()) {
            return new NotOurs("note:other");
        }
        var words = Json.text(payload.attribute("note")).orElse("");
        var note =
                Note.newBuilder()
                        .setItem(key.toString())
                        .setHost(payload.host())
                        .setNoteId(id.getAsLong())
                        .setAction(action.get())
                        .setAuthorId(Payload.boxed(Json.id(payload.attribute("author_id"))))
                        .setActorId(payload.actorId())
                        .setConfidential(confidential)
                        .setSystem(Json.flag(payload.attribute("system")).orElse(false))
                        .setMentions(Mentions.in(words, handles))
                        .setText(Commands.in(words) ? cut(words) : null)
                        .setCreatedAt(created)
                        .setUpdatedAt(updated)
                        .setOrigin(Origin.HOOK)
                        .setSource(payload.source())
                        .setDeliveryId(payload.deliveryId())
                        .setSeenAt(payload.receivedAt())
                        .build();
        return new Sighted(Told.written(note), mention(payload, key, note), misread(payload));
    }

    /** Hooks before GitLab 16.11 do not say; a comment changed later has a later time. */
    private static Optional<String> action(
            Payload payload, @Nullable Instant created, @Nullable Instant updated) {
        var told = payload.attribute("action");
        if (told.isMissingNode() || Json.word(told).isEmpty()) {
            boolean later = created != null && updated != null && updated.isAfter(created);
            return Optional.of(later ? "update" : "create");
        }
        return Json.word(told).filter(word -> word.equals("create") || word.equals("update"));
    }

    /** That the team is called is a fact of the item, whatever else is known of it. */
    private static List<Told> mention(Payload payload, ItemKey key, Note note) {
        if (note.getMentions().isEmpty()) {
            return List.of();
        }
        var observation =
                payload.observation(key)
                        .setGlobalId(null)
                        .setAction(null)
                        .setValidAt(note.getUpdatedAt())
                        .setMentionedInNote(note.getMentions())
                        .setSeen(List.of("mentionedInNote"))
                        .build();
        return List.of(Told.seen(observation));
    }

    private static List<String> misread(Payload payload) {
        return payload.attribute("note").isString() ? List.of() : List.of("note");
    }

    private static String cut(String words) {
        var bytes = words.getBytes(UTF_8);
        if (bytes.length <= TEXT_LIMIT) {
            return words;
        }
        int end = TEXT_LIMIT;
        while ((bytes[end] & 0xc0) == 0x80) {
            end--;
        }
        return new String(bytes, 0, end, UTF_8);
    }
}
