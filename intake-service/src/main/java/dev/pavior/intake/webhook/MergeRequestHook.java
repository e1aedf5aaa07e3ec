package dev.pavior.intake.webhook;

import dev.pavior.contract.ItemKey;
import dev.pavior.intake.webhook.Translation.Unreadable;

/** Reads hooks about merge requests. */
final class MergeRequestHook implements Translator.Hook {

    @Override
    public Translation read(Payload payload) {
        var iid = payload.iid();
        if (iid.isEmpty()) {
            return new Unreadable("no-iid");
        }
        var project =
                Payload.firstId(
                        payload.at("project").path("id"),
                        payload.attribute("project_id"),
                        payload.attribute("target_project_id"),
                        payload.at("project_id"));
        return project.isPresent()
                ? sighted(
                        payload,
                        ItemKey.mergeRequest(payload.host(), project.getAsLong(), iid.getAsLong()))
                : new Unreadable("no-project");
    }

    private static Translation sighted(Payload payload, ItemKey key) {
        var observation = payload.observation(key);
        var item = new ItemFields(payload, observation).read();
        var fields = item.fields();
        // GitLab has no confidential merge requests: who sees the project sees them.
        fields.show("confidential");
        observation
                .setConfidential(false)
                .setDraft(
                        fields.value("draft", payload.attribute("draft"), Json::flag)
                                .or(() -> fields.value("draft", draftOfOld(payload), Json::flag))
                                .orElse(false))
                .setReviewerIds(
                        fields.sorted(
                                "reviewerIds",
                                Fields::idOf,
                                payload.attribute("reviewer_ids"),
                                payload.at("reviewers")))
                .setMergedAt(
                        fields.nullable("mergedAt", payload.attribute("merged_at"), Json::time))
                .setTargetBranch(
                        fields.value("targetBranch", payload.attribute("target_branch"), Json::text)
                                .orElse(null));
        return item.sighted();
    }

    private static tools.jackson.databind.JsonNode draftOfOld(Payload payload) {
        return payload.attribute("work_in_progress");
    }
}
