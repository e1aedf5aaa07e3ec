package dev.pavior.sandbox.rest;

import dev.pavior.sandbox.domain.Issue;
import dev.pavior.sandbox.domain.Refusal;
import java.util.List;

/** The calls on issues. */
final class IssueCalls {

    private final Desk desk;
    private final ItemLists<Issue> lists;

    IssueCalls(Desk desk) {
        this.desk = desk;
        this.lists = new ItemLists<>(desk, desk.world().issueItems);
    }

    Answer listMine(Call call) {
        return lists.everywhere(call);
    }

    Answer listOfProject(Call call) {
        return lists.ofEitherSort(desk.places().projectHome(call), call);
    }

    Answer listOfGroup(Call call) {
        return lists.of(desk.places().groupHome(call), call);
    }

    Answer getById(Call call) {
        var issue = desk.world().issues.get(call.number("id"));
        if (!Places.visible(desk.world().projectOf(issue), call)) {
            throw Refusal.noSuchObject();
        }
        return Answer.ok(single(issue));
    }

    Answer get(Call call) {
        return Answer.ok(single(desk.places().issue(call)));
    }

    Answer create(Call call) {
        var project = desk.places().project(call);
        return Answer.created(
                single(desk.office().issues().open(project, call.fields(), call.deed())));
    }

    Answer update(Call call) {
        var issue = desk.places().issue(call);
        return Answer.ok(single(desk.office().issues().update(issue, call.fields(), call.deed())));
    }

    Answer delete(Call call) {
        var issue = desk.places().issue(call);
        if (!call.user().admin()) {
            throw Refusal.message(403, "403 Forbidden");
        }
        desk.world().remove(issue);
        return Answer.gone();
    }

    Answer move(Call call) {
        var issue = desk.places().issue(call);
        var to = desk.places().project(call, call.fields().required("to_project_id"));
        if (to.id() == issue.projectId() || issue.ties().movedTo() != null) {
            throw Refusal.error(400, "Cannot move issue to project it originates from!");
        }
        return Answer.created(single(desk.office().issues().move(issue, to, call.deed())));
    }

    Answer closedBy(Call call) {
        var issue = desk.places().issue(call);
        var closers = List.copyOf(desk.world().references.closing(issue));
        return desk.page(call, closers, one -> desk.items().listed(one, false));
    }

    private Object single(Issue issue) {
        return desk.items().single(issue);
    }
}
