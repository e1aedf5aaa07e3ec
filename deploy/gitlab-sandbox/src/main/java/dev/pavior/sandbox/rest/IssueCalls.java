package dev.pavior.sandbox.rest;

import dev.pavior.sandbox.domain.Issue;
import dev.pavior.sandbox.domain.MergeRequest;
import dev.pavior.sandbox.domain.Refusal;
import java.util.List;
import java.util.stream.Stream;

/** The calls on issues. */
final class IssueCalls {

    private final Desk desk;

    IssueCalls(Desk desk) {
        this.desk = desk;
    }

    Answer listMine(Call call) {
        return list(call, desk.world().issues.stream(), "created_by_me");
    }

    Answer listOfProject(Call call) {
        return list(call, desk.world().issuesOf(desk.places().project(call).id()), "all");
    }

    Answer listOfGroup(Call call) {
        long group = desk.places().group(call).id();
        var issues =
                desk.world().issues.stream()
                        .filter(issue -> desk.world().projectOf(issue).groupId() == group);
        return list(call, issues, "all");
    }

    Answer getById(Call call) {
        return Answer.ok(single(desk.world().issues.get(call.number("id"))));
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

    Answer closedBy(Call call) {
        var issue = desk.places().issue(call);
        List<MergeRequest> closers =
                desk.world().mergeRequests.stream()
                        .filter(
                                request ->
                                        desk.office()
                                                .mergeRequests()
                                                .closes(request)
                                                .contains(issue))
                        .toList();
        return Paging.answer(
                call, desk.links().instance(), closers, one -> desk.items().listed(one, false));
    }

    private Answer list(Call call, Stream<Issue> issues, String scope) {
        boolean details = call.fields().flag("with_labels_details", false);
        var chosen = desk.filter().chosen(issues, call, scope);
        return Paging.answer(
                call, desk.links().instance(), chosen, one -> desk.items().listed(one, details));
    }

    private Object single(Issue issue) {
        return desk.items().single(issue);
    }
}
