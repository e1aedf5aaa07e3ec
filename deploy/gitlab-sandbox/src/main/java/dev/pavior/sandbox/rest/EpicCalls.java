package dev.pavior.sandbox.rest;

import dev.pavior.sandbox.domain.Epic;
import dev.pavior.sandbox.domain.Refusal;
import java.util.List;

/** The calls on epics; they are out of fashion at GitLab, but still there. */
final class EpicCalls {

    private final Desk desk;
    private final ItemLists<Epic> lists;

    EpicCalls(Desk desk) {
        this.desk = desk;
        this.lists = new ItemLists<>(desk, desk.world().epicItems);
    }

    Answer list(Call call) {
        return lists.of(desk.places().groupHome(call), call);
    }

    Answer get(Call call) {
        return Answer.ok(single(desk.places().epic(call)));
    }

    Answer create(Call call) {
        var group = desk.places().group(call);
        return Answer.created(
                single(desk.office().epics().open(group, call.fields(), call.deed())));
    }

    Answer update(Call call) {
        var epic = desk.places().epic(call);
        return Answer.ok(single(desk.office().epics().update(epic, call.fields(), call.deed())));
    }

    Answer delete(Call call) {
        if (!call.user().admin()) {
            throw Refusal.message(403, "403 Forbidden");
        }
        desk.world().remove(desk.places().epic(call));
        return Answer.gone();
    }

    /** The issues that have it as their parent. */
    Answer issues(Call call) {
        var epic = desk.places().epic(call);
        var children =
                desk.world().issues.stream()
                        .filter(issue -> Long.valueOf(epic.id()).equals(issue.ties().parent()))
                        .toList();
        return desk.page(call, List.copyOf(children), one -> desk.items().listed(one, false));
    }

    private Object single(Epic epic) {
        return desk.items().single(epic);
    }
}
