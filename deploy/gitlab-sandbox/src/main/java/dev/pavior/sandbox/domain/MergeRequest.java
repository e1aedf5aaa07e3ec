package dev.pavior.sandbox.domain;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A merge request within one project. */
public record MergeRequest(
        Core core,
        String sourceBranch,
        String targetBranch,
        List<Long> reviewers,
        String sha,
        boolean conflicts,
        @Nullable Boolean locked,
        boolean squash,
        @Nullable Merge merge,
        Approvals approvals,
        @Nullable Long sourceProjectId)
        implements Item {

    private static final Pattern DRAFT =
            Pattern.compile("^\\s*(\\[draft]|\\(draft\\)|draft:)", Pattern.CASE_INSENSITIVE);

    /** Journals of older sandboxes know no approvals. */
    public MergeRequest {
        approvals = approvals == null ? Approvals.NONE : approvals;
        reviewers = List.copyOf(reviewers);
    }

    public boolean draft() {
        return DRAFT.matcher(title()).find();
    }

    public boolean intoDefaultBranch() {
        return targetBranch.equals(Project.DEFAULT_BRANCH);
    }

    /** What stands between this merge request and its merge, in GitLab's words. */
    public String mergeStatus() {
        if (!core.standing().open()) {
            return "not_open";
        }
        if (draft()) {
            return "draft_status";
        }
        return conflicts ? "conflict" : "mergeable";
    }

    public MergeRequest merged(Merge done) {
        var standing = core.standing(Standing.MERGED, done.by(), done.at());
        return new MergeRequest(
                standing,
                sourceBranch,
                targetBranch,
                reviewers,
                sha,
                conflicts,
                locked,
                squash,
                done,
                approvals,
                sourceProjectId);
    }

    public MergeRequest approved(Core newCore, Approvals now) {
        return new MergeRequest(
                newCore,
                sourceBranch,
                targetBranch,
                reviewers,
                sha,
                conflicts,
                locked,
                squash,
                merge,
                now,
                sourceProjectId);
    }

    public MergeRequest pushed(String newSha) {
        return new MergeRequest(
                core,
                sourceBranch,
                targetBranch,
                reviewers,
                newSha,
                conflicts,
                locked,
                squash,
                merge,
                approvals,
                sourceProjectId);
    }

    /** Where its commits come from; another project than its own if it comes from a fork. */
    public long sourceProject() {
        return sourceProjectId == null ? projectId() : sourceProjectId;
    }

    public MergeRequest conflicting(boolean now) {
        return new MergeRequest(
                core,
                sourceBranch,
                targetBranch,
                reviewers,
                sha,
                now,
                locked,
                squash,
                merge,
                approvals,
                sourceProjectId);
    }

    @Override
    public MergeRequest with(Core newCore) {
        return new MergeRequest(
                newCore,
                sourceBranch,
                targetBranch,
                reviewers,
                sha,
                conflicts,
                locked,
                squash,
                merge,
                approvals,
                sourceProjectId);
    }

    @Override
    public boolean confidential() {
        return false;
    }

    @Override
    public String noteableType() {
        return "MergeRequest";
    }

    @Override
    public String segment() {
        return "merge_requests";
    }

    @Override
    public String mark() {
        return "!";
    }
}
