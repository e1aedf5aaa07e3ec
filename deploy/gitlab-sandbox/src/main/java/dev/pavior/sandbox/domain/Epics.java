package dev.pavior.sandbox.domain;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Opens, edits, closes and reopens the epics of groups. */
public final class Epics {

    private final World world;
    private final Drafting drafting;
    private final Consumer<Happening> listener;

    Epics(World world, Drafting drafting, Consumer<Happening> listener) {
        this.world = world;
        this.drafting = drafting;
        this.listener = listener;
    }

    public Epic open(Group group, Fields fields, Deed deed) {
        var home = Home.group(group.id());
        long iid = world.nextEpicNumber(group);
        var core = drafting.created(world.epics.nextId(), iid, home, fields, deed);
        var epic =
                new Epic(
                        core,
                        group.id(),
                        fields.flag("confidential", false),
                        fields.date("start_date"),
                        fields.date("due_date"),
                        parent(null, fields));
        return told("open", null, epic, deed);
    }

    public Epic update(Epic epic, Fields fields, Deed deed) {
        String event = fields.oneOf("state_event", List.of("close", "reopen"));
        var wanted = edited(epic, fields, deed);
        var stood = event == null ? epic : stateChanged(epic, event, deed);
        var after = wanted.with(wanted.core().standingAs(stood.core()));
        return Edits.nothingButTouched(stood, after) ? stood : told("update", stood, after, deed);
    }

    private Epic stateChanged(Epic epic, String event, Deed deed) {
        boolean opens = event.equals("reopen");
        if (epic.core().standing().open() == opens) {
            return epic;
        }
        var standing = opens ? Standing.OPEN : Standing.closed(deed.by().id(), deed.at());
        var after = epic.with(epic.core().standing(standing, deed.by().id(), deed.at()));
        return told(event, epic, after, deed);
    }

    private Epic edited(Epic now, Fields fields, Deed deed) {
        return new Epic(
                drafting.updated(now.core(), now.home(), fields, deed),
                now.groupId(),
                fields.flag("confidential", now.confidential()),
                fields.has("start_date") ? fields.date("start_date") : now.startDate(),
                fields.has("due_date") ? fields.date("due_date") : now.dueDate(),
                parent(now.parent(), fields));
    }

    private @Nullable Long parent(@Nullable Long now, Fields fields) {
        if (!fields.has("parent_id")) {
            return now;
        }
        Long wanted = fields.id("parent_id");
        return wanted == null ? null : (Long) world.epics.get(wanted).id();
    }

    private Epic told(String action, @Nullable Epic before, Epic after, Deed deed) {
        world.epics.put(after);
        listener.accept(new Happening.Changed(action, before, after, deed));
        return after;
    }
}
