package dev.pavior.intake.webhook;

import dev.pavior.contract.ItemKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads hooks about merge requests. */
final class MergeRequestHook implements Translator.Hook {

    @Override
    public Translation read(Payload payload) {
        return Locations.ofMergeRequest(
                payload, payload.attributes(), key -> sighted(payload, key));
    }

    private static Translation sighted(Payload payload, ItemKey key) {
        var observation = payload.observation(key);
        var item = new ItemFields(payload, observation).read();
        var fields = item.fields();
        Confidentiality.ofMergeRequest(payload, fields, observation);
        var branch = fields.value("targetBranch", payload.attribute("target_branch"), Json::text);
        observation
                .setDraft(isDraft(payload, fields))
                .setReviewerIds(
                        fields.sorted(
                                "reviewerIds",
                                Fields::idOf,
                                payload.attribute("reviewer_ids"),
                                payload.at("reviewers")))
                .setMergedAt(
                        fields.nullable("mergedAt", payload.attribute("merged_at"), Json::time))
                .setTargetBranch(branch.orElse(null))
                .setIntoDefaultBranch(intoDefault(payload, fields, branch.orElse(null)))
                .setApproved(approved(payload, fields));
        return item.sighted();
    }

    private static boolean isDraft(Payload payload, Fields fields) {
        return fields.value("draft", payload.attribute("draft"), Json::flag)
                .or(() -> fields.value("draft", payload.attribute("work_in_progress"), Json::flag))
                .orElse(false);
    }

    private static @Nullable Boolean intoDefault(
            Payload payload, Fields fields, @Nullable String branch) {
        var ofProject = Json.text(payload.at("project").path("default_branch"));
        var usual =
                ofProject.or(() -> Json.text(payload.attribute("target").path("default_branch")));
        if (branch == null || usual.isEmpty()) {
            return null;
        }
        fields.show("intoDefaultBranch");
        return usual.get().equals(branch);
    }

    /** Only some actions say it; those of a single approver, approval and unapproval, do not. */
    private static @Nullable Boolean approved(Payload payload, Fields fields) {
        var said = saidByAction(payload).or(() -> saidByReset(payload));
        said.ifPresent(_ -> fields.show("approved"));
        return said.orElse(null);
    }

    private static Optional<Boolean> saidByAction(Payload payload) {
        return Json.word(payload.attribute("action"))
                .filter(action -> action.equals("approved") || action.equals("unapproved"))
                .map("approved"::equals);
    }

    /** A push that takes all approvals away; one that takes only the code owners' may leave it. */
    private static Optional<Boolean> saidByReset(Payload payload) {
        return Json.word(payload.attribute("system_action"))
                .filter("approvals_reset_on_push"::equals)
                .map(_ -> false);
    }
}
