package dev.pavior.labeling.topology;

import dev.pavior.contract.v1.Edit;
import dev.pavior.contract.v1.EditOutcome;
import dev.pavior.contract.v1.EditResult;
import dev.pavior.contract.v1.ItemState;
import dev.pavior.contract.v1.NewIssue;
import dev.pavior.labeling.domain.Digest;
import dev.pavior.labeling.domain.Request;
import dev.pavior.labeling.domain.Routing;
import dev.pavior.labeling.domain.Routing.Draft;
import dev.pavior.labeling.domain.Routing.Referral;
import java.util.List;

/** What one request puts on the topics: at most one edit, and the result that it was routed. */
record Routed(List<Edit> edits, List<EditResult> results) {

    private static final String POLICY = "routes";

    /**
     * Puts a routing onto the wire.
     *
     * @param host host of the GitLab that is written to
     * @param version the routes that were in force
     */
    static Routed of(Request request, Routing routing, String host, String version) {
        return switch (routing) {
            case Routing.Issued(var draft, var referral) ->
                    new Routed(
                            List.of(edit(request, draft, host, version)),
                            List.of(result(request, EditOutcome.ROUTED, referral.orElse(null))));
            case Routing.Redirected(var referral) ->
                    new Routed(
                            List.of(), List.of(result(request, EditOutcome.REDIRECTED, referral)));
        };
    }

    // The same for a request that comes again, wherever it is routed by then.
    private static String editId(Request request) {
        return Digest.of(List.of(request.id(), "new issue")).substring(0, 32);
    }

    private static Edit edit(Request request, Draft draft, String host, String version) {
        return Edit.newBuilder()
                .setId(editId(request))
                .setItem(request.id())
                .setPolicy(POLICY)
                .setPolicySet(version)
                .setSince(request.submittedAt())
                .setBasisRevision(0)
                .setBasisState(ItemState.UNKNOWN)
                .setAddLabels(draft.labels())
                .setRequestId(request.id())
                .setNewIssue(
                        NewIssue.newBuilder()
                                .setHost(host)
                                .setProjectId(draft.projectId())
                                .setTitle(draft.title())
                                .setDescription(draft.description())
                                .setConfidential(draft.confidential())
                                .build())
                .build();
    }

    private static EditResult result(
            Request request, EditOutcome outcome, @org.jspecify.annotations.Nullable Referral to) {
        return EditResult.newBuilder()
                .setId(editId(request))
                .setItem(request.id())
                .setPolicy(POLICY)
                .setBasisRevision(0)
                .setOutcome(outcome)
                .setReason(to == null ? null : to.reason())
                .setReferredTo(to == null ? null : to.dri())
                .setAt(request.submittedAt())
                .setRequestId(request.id())
                .build();
    }
}
