package dev.pavior.sandbox.rest;

import dev.pavior.sandbox.domain.MergeRequest;
import dev.pavior.sandbox.domain.Refusal;
import java.util.stream.Stream;

/** The calls on merge requests. */
final class MergeRequestCalls {

    private final Desk desk;

    MergeRequestCalls(Desk desk) {
        this.desk = desk;
    }

    Answer listMine(Call call) {
        return list(call, desk.world().mergeRequests.stream(), "created_by_me");
    }

    Answer listOfProject(Call call) {
        return list(call, desk.world().mergeRequestsOf(desk.places().project(call).id()), "all");
    }

    Answer listOfGroup(Call call) {
        long group = desk.places().group(call).id();
        var requests =
                desk.world().mergeRequests.stream()
                        .filter(request -> desk.world().projectOf(request).groupId() == group);
        return list(call, requests, "all");
    }

    Answer get(Call call) {
        return Answer.ok(single(desk.places().mergeRequest(call)));
    }

    Answer create(Call call) {
        var project = desk.places().project(call);
        return Answer.created(
                single(desk.office().mergeRequests().open(project, call.fields(), call.deed())));
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
        var closed = desk.office().mergeRequests().closes(desk.places().mergeRequest(call));
        return Paging.answer(
                call, desk.links().instance(), closed, one -> desk.items().listed(one, false));
    }

    /** For tests: whether the source branch merges cleanly. */
    Answer setConflicts(Call call) {
        var request = desk.places().mergeRequest(call);
        boolean conflicts = call.fields().flag("conflicts", true);
        return Answer.ok(single(desk.office().mergeRequests().conflicting(request, conflicts)));
    }

    private Answer list(Call call, Stream<MergeRequest> requests, String scope) {
        boolean details = call.fields().flag("with_labels_details", false);
        var chosen = desk.filter().chosen(requests, call, scope);
        return Paging.answer(
                call, desk.links().instance(), chosen, one -> desk.items().listed(one, details));
    }

    private Object single(MergeRequest request) {
        return desk.items().single(request);
    }
}
