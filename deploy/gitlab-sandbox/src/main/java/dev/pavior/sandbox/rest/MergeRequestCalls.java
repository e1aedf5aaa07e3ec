package dev.pavior.sandbox.rest;

import dev.pavior.sandbox.domain.MergeRequest;
import dev.pavior.sandbox.domain.Refusal;

/** The calls on merge requests. */
final class MergeRequestCalls {

    private final Desk desk;
    private final ItemLists<MergeRequest> lists;

    MergeRequestCalls(Desk desk) {
        this.desk = desk;
        this.lists = new ItemLists<>(desk, desk.world().requestItems);
    }

    Answer listMine(Call call) {
        return lists.everywhere(call);
    }

    Answer listOfProject(Call call) {
        return lists.of(desk.places().projectHome(call), call);
    }

    Answer listOfGroup(Call call) {
        return lists.of(desk.places().groupHome(call), call);
    }

    Answer get(Call call) {
        return Answer.ok(single(desk.places().mergeRequest(call)));
    }

    Answer create(Call call) {
        var source = desk.places().project(call);
        String target = call.fields().text("target_project_id", call.path("id"));
        var project = desk.places().project(call, target);
        var fork = project.id() == source.id() ? null : source;
        return Answer.created(
                single(
                        desk.office()
                                .mergeRequests()
                                .open(project, fork, call.fields(), call.deed())));
    }

    Answer update(Call call) {
        var request = desk.places().mergeRequest(call);
        return Answer.ok(
                single(desk.office().mergeRequests().update(request, call.fields(), call.deed())));
    }

    Answer merge(Call call) {
        var request = desk.places().mergeRequest(call);
        return Answer.ok(
                single(desk.office().mergeRequests().merge(request, call.fields(), call.deed())));
    }

    Answer delete(Call call) {
        var request = desk.places().mergeRequest(call);
        if (!call.user().admin()) {
            throw Refusal.message(403, "403 Forbidden");
        }
        desk.world().remove(request);
        return Answer.gone();
    }

    Answer closesIssues(Call call) {
        var closed = desk.world().references.closedBy(desk.places().mergeRequest(call));
        return Paging.answer(
                call, desk.links().instance(), closed, one -> desk.items().listed(one, false));
    }

    /** For tests: whether the source branch merges cleanly. */
    Answer setConflicts(Call call) {
        var request = desk.places().mergeRequest(call);
        boolean conflicts = call.fields().flag("conflicts", true);
        return Answer.ok(single(desk.office().mergeRequests().conflicting(request, conflicts)));
    }

    private Object single(MergeRequest request) {
        return desk.items().single(request);
    }
}
