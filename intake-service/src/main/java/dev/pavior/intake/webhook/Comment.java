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
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A comment: who wrote on which item, and whom of the team that calls.
 *
 * @param key the item that it is on
 */
record Comment(Payload payload, ItemKey key, boolean confidential) {

    /** A text may be this long in a record; the rest is cut. */
    static final int TEXT_LIMIT = 64 * 1024;

    Translation translation(List<String> handles) {
        var id = Json.id(payload.attribute("id"));
        if (id.isEmpty()) {
            return new Unreadable("no-id");
        }
        return action().<Translation>map(action -> sighted(note(id, action, handles)))
                .orElseGet(() -> new NotOurs("note:other"));
    }

    private Sighted sighted(Note note) {
        boolean read = payload.attribute("note").isString();
        return new Sighted(Told.written(note), mention(note), read ? List.of() : List.of("note"));
    }

    private Note note(OptionalLong id, String action, List<String> handles) {
        var words = Json.text(payload.attribute("note")).orElse("");
        return Note.newBuilder()
                .setItem(key.toString())
                .setHost(payload.host())
                .setNoteId(id.getAsLong())
                .setAction(action)
                .setAuthorId(Payload.boxed(Json.id(payload.attribute("author_id"))))
                .setActorId(payload.actorId())
                .setConfidential(confidential)
                .setSystem(Json.flag(payload.attribute("system")).orElse(false))
                .setMentions(Mentions.in(words, handles))
                .setText(Commands.in(words) ? cut(words) : null)
                .setCreatedAt(createdAt())
                .setUpdatedAt(updatedAt())
                .setOrigin(Origin.HOOK)
                .setSource(payload.source())
                .setDeliveryId(payload.deliveryId())
                .setSeenAt(payload.receivedAt())
                .build();
    }

    /** Hooks before GitLab 16.11 do not say; a comment changed later has a later time. */
    private Optional<String> action() {
        var told = Json.word(payload.attribute("action"));
        if (told.isPresent()) {
            return told.filter(word -> word.equals("create") || word.equals("update"));
        }
        var created = createdAt();
        var updated = updatedAt();
        boolean later = created != null && updated != null && updated.isAfter(created);
        return Optional.of(later ? "update" : "create");
    }

    private @Nullable Instant createdAt() {
        return Json.time(payload.attribute("created_at")).orElse(null);
    }

    private @Nullable Instant updatedAt() {
        return Json.time(payload.attribute("updated_at")).orElseGet(this::createdAt);
    }

    /** That the team is called is a fact of the item, whatever else is known of it. */
    private List<Told> mention(Note note) {
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
