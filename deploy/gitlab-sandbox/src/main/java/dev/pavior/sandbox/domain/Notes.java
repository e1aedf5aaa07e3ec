package dev.pavior.sandbox.domain;

import java.util.function.Consumer;

/** Writes, rewrites and deletes comments. */
public final class Notes {

    private final World world;
    private final Consumer<Happening> listener;

    Notes(World world, Consumer<Happening> listener) {
        this.world = world;
        this.listener = listener;
    }

    public Note write(Item item, Fields fields, Deed deed) {
        String body = body(fields);
        boolean internal = fields.flag("internal", fields.flag("confidential", false));
        var note =
                new Note(
                        world.notes.nextId(),
                        item.noteableType(),
                        item.id(),
                        item.projectId(),
                        deed.by().id(),
                        body,
                        internal,
                        deed.at(),
                        deed.at());
        world.notes.put(note);
        listener.accept(new Happening.Noted("create", note, touched(item, deed), deed));
        return note;
    }

    public Note rewrite(Note note, Item item, Fields fields, Deed deed) {
        var after =
                new Note(
                        note.id(),
                        note.noteableType(),
                        note.noteableId(),
                        note.projectId(),
                        note.authorId(),
                        body(fields),
                        note.internal(),
                        note.createdAt(),
                        deed.at());
        world.notes.put(after);
        listener.accept(new Happening.Noted("update", after, touched(item, deed), deed));
        return after;
    }

    public void delete(Note note, Item item, Deed deed) {
        world.notes.remove(note);
        touched(item, deed);
    }

    /** A comment is news of its item, though not a change of it. */
    private Item touched(Item item, Deed deed) {
        return world.replace(item.with(item.core().touched(deed.at())));
    }

    private static String body(Fields fields) {
        String body = fields.required("body");
        if (body.isBlank()) {
            throw Refusal.message(400, "400 Bad request - Note {:note=>[\"can't be blank\"]}");
        }
        return body;
    }
}
