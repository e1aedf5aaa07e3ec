package dev.pavior.sandbox.rest;

import dev.pavior.sandbox.domain.MergeRequest;
import dev.pavior.sandbox.shape.Shape;
import dev.pavior.sandbox.shape.Times;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The calls on who approved a merge request. */
final class ApprovalCalls {

    private final Desk desk;

    ApprovalCalls(Desk desk) {
        this.desk = desk;
    }

    Answer get(Call call) {
        return Answer.ok(shape(desk.places().mergeRequest(call), call));
    }

    Answer approve(Call call) {
        var request = desk.places().mergeRequest(call);
        return Answer.created(shape(desk.office().approving().approve(request, call.deed()), call));
    }

    Answer unapprove(Call call) {
        var request = desk.places().mergeRequest(call);
        return Answer.created(
                shape(desk.office().approving().unapprove(request, call.deed()), call));
    }

    /** How many must approve. */
    Answer require(Call call) {
        var request = desk.places().mergeRequest(call);
        int required = Integer.parseInt(call.fields().required("approvals_required"));
        return Answer.created(shape(desk.office().approving().require(request, required), call));
    }

    /** For tests: new commits arrive. */
    Answer push(Call call) {
        var request = desk.places().mergeRequest(call);
        return Answer.ok(desk.items().single(desk.office().approving().push(request, call.deed())));
    }

    private Map<String, @Nullable Object> shape(MergeRequest request, Call call) {
        boolean mine = request.approvals().by().contains(call.user().id());
        return Shape.of(
                "user_has_approved",
                mine,
                "user_can_approve",
                !mine,
                "approved",
                request.approvals().enough(),
                "approved_by",
                request.approvals().by().stream()
                        .map(
                                id ->
                                        Shape.of(
                                                "user", desk.people().basic(id),
                                                "approved_at", Times.iso(request.updatedAt())))
                        .toList());
    }
}
