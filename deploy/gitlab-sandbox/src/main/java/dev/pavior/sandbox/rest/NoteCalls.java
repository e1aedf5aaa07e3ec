package dev.pavior.sandbox.rest;

import dev.pavior.sandbox.domain.Item;
import dev.pavior.sandbox.domain.Note;
import dev.pavior.sandbox.domain.Refusal;
import dev.pavior.sandbox.shape.Shape;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** The calls on the notes of issues, or of merge requests. */
final class NoteCalls {

    private final Desk desk;
    private final Function<Call, ? extends Item> parent;

    NoteCalls(Desk desk, Function<Call, ? extends Item> parent) {
        this.desk = desk;
        this.parent = parent;
    }

    Answer list(Call call) {
        var item = parent.apply(call);
        var notes = desk.world().notesOn(item).stream().sorted(order(call)).toList();
        return Paging.answer(
                call, desk.links().instance(), notes, note -> desk.planning().note(note, item));
    }

    /** Each comment is a discussion of its own. */
    Answer discussions(Call call) {
        var item = parent.apply(call);
        var notes = List.copyOf(desk.world().notesOn(item));
        return desk.page(
                call,
                notes,
                note ->
                        Shape.of(
                                "id",
                                "%040x".formatted(note.id()),
                                "individual_note",
                                true,
                                "notes",
                                List.of(desk.planning().note(note, item))));
    }

    Answer get(Call call) {
        var item = parent.apply(call);
        return Answer.ok(desk.planning().note(note(call, item), item));
    }

    Answer create(Call call) {
        var item = parent.apply(call);
        var note = desk.office().notes().write(item, call.fields(), call.deed());
        return Answer.created(desk.planning().note(note, item));
    }

    Answer update(Call call) {
        var item = parent.apply(call);
        var note = own(call, item);
        var after = desk.office().notes().rewrite(note, item, call.fields(), call.deed());
        return Answer.ok(desk.planning().note(after, item));
    }

    Answer delete(Call call) {
        var item = parent.apply(call);
        desk.office().notes().delete(own(call, item), item, call.deed());
        return Answer.gone();
    }

    private Note own(Call call, Item item) {
        var note = note(call, item);
        if (note.authorId() != call.user().id() && !call.user().admin()) {
            throw Refusal.message(403, "403 Forbidden");
        }
        return note;
    }

    private Note note(Call call, Item item) {
        long id = call.number("note_id");
        return desk.world().notesOn(item).stream()
                .filter(note -> note.id() == id)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("Note"));
    }

    private static Comparator<Note> order(Call call) {
        boolean updated =
                call.fields()
                        .oneOf("order_by", List.of("created_at", "updated_at"), "created_at")
                        .equals("updated_at");
        var order =
                Comparator.comparing(updated ? Note::updatedAt : Note::createdAt)
                        .thenComparingLong(Note::id);
        return call.fields().oneOf("sort", List.of("asc", "desc"), "desc").equals("asc")
                ? order
                : order.reversed();
    }
}
