package dev.pavior.sandbox.domain;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Opens, edits, merges, closes and reopens merge requests. */
public final class MergeRequests {

    static final List<String> EDITABLE =
            List.of(
                    "add_labels",
                    "assignee_id",
                    "assignee_ids",
                    "description",
                    "discussion_locked",
                    "labels",
                    "milestone_id",
                    "remove_labels",
                    "reviewer_ids",
                    "squash",
                    "state_event",
                    "target_branch",
                    "title");

    private final World world;
    private final Drafting drafting;
    private final Issues issues;
    private final Consumer<Happening> listener;

    MergeRequests(World world, Drafting drafting, Issues issues, Consumer<Happening> listener) {
        this.world = world;
        this.drafting = drafting;
        this.issues = issues;
        this.listener = listener;
    }

    public MergeRequest open(Project project, Fields fields, Deed deed) {
        return open(project, null, fields, deed);
    }

    /** Opens one whose commits come from a fork, unless the source is none. */
    public MergeRequest open(Project project, @Nullable Project fork, Fields fields, Deed deed) {
        fields.required("title");
        String source = fields.required("source_branch");
        String target = fields.required("target_branch");
        if (fork == null) {
            refuseTwin(project, source, target);
        }
        long iid = world.nextMergeRequestNumber(project);
        var core =
                drafting.created(world.mergeRequests.nextId(), iid, project.home(), fields, deed);
        var request =
                new MergeRequest(
                        core,
                        source,
                        target,
                        drafting.people(fields.ids("reviewer_ids")),
                        Commits.of(project.id() + "/" + iid + "/" + source),
                        false,
                        null,
                        fields.flag("squash", false),
                        null,
                        Approvals.NONE,
                        fork == null ? null : fork.id());
        return told("open", Optional.empty(), request, deed);
    }

    public MergeRequest update(MergeRequest request, Fields fields, Deed deed) {
        if (!fields.hasAny(EDITABLE)) {
            throw Refusal.error(
                    400,
                    String.join(", ", EDITABLE)
                            + " are missing, at least one parameter must be provided");
        }
        String event = fields.oneOf("state_event", List.of("close", "reopen"));
        var wanted = edited(request, fields, deed);
        var stood = event == null ? request : stateChanged(request, event, deed);
        var after = wanted.with(wanted.core().standingAs(stood.core()));
        return Edits.nothingButTouched(stood, after)
                ? stood
                : told("update", Optional.of(stood), after, deed);
    }

    /** Merges, and closes the issues that the description says it closes. */
    public MergeRequest merge(MergeRequest request, Fields fields, Deed deed) {
        refuseUnmergeable(request, fields.text("sha"));
        var merge = new Merge(deed.by().id(), deed.at(), Commits.of(request.sha() + "/merged"));
        var merged = told("merge", Optional.of(request), request.merged(merge), deed);
        if (merged.intoDefaultBranch()) {
            world.references.closedBy(merged).forEach(issue -> issues.close(issue, deed));
        }
        return merged;
    }

    /** Sets whether the source branch still merges cleanly; tells nobody. */
    public MergeRequest conflicting(MergeRequest request, boolean conflicts) {
        return world.mergeRequests.put(request.conflicting(conflicts));
    }

    private static void refuseUnmergeable(MergeRequest request, @Nullable String expectedSha) {
        if (!request.core().standing().open() || request.draft()) {
            throw Refusal.message(405, "405 Method Not Allowed");
        }
        if (request.conflicts()) {
            throw Refusal.message(422, "Branch cannot be merged");
        }
        if (expectedSha != null && !expectedSha.equals(request.sha())) {
            throw Refusal.message(
                    409, "SHA does not match HEAD of source branch: " + request.sha());
        }
    }

    private void refuseTwin(Project project, String source, String target) {
        if (source.equals(target)) {
            throw Refusal.error(422, "You can't use same project/branch for source and target");
        }
        world.mergeRequestsOf(project.id()).stream()
                .filter(other -> other.core().standing().open())
                .filter(other -> other.sourceBranch().equals(source))
                .filter(other -> other.targetBranch().equals(target))
                .findFirst()
                .ifPresent(
                        other -> {
                            throw Refusal.message(
                                    409,
                                    List.of(
                                            "Another open merge request already exists for this"
                                                    + " source branch: !"
                                                    + other.iid()));
                        });
    }

    private MergeRequest stateChanged(MergeRequest request, String event, Deed deed) {
        boolean opens = event.equals("reopen");
        if (request.state() == State.MERGED || request.core().standing().open() == opens) {
            return request;
        }
        var standing = opens ? Standing.OPEN : Standing.closed(deed.by().id(), deed.at());
        var core = request.core().standing(standing, deed.by().id(), deed.at());
        return told(event, Optional.of(request), request.with(core), deed);
    }

    private MergeRequest edited(MergeRequest now, Fields fields, Deed deed) {
        var locked =
                fields.has("discussion_locked") ? fields.flag("discussion_locked") : now.locked();
        var reviewers =
                fields.has("reviewer_ids")
                        ? drafting.people(fields.ids("reviewer_ids"))
                        : now.reviewers();
        var squash = fields.flag("squash", now.squash());
        var target = fields.text("target_branch", now.targetBranch());
        var core = drafting.updated(now.core(), now.home(), fields, deed);
        return new MergeRequest(
                core,
                now.sourceBranch(),
                target,
                reviewers,
                now.sha(),
                now.conflicts(),
                locked,
                squash,
                now.merge(),
                now.approvals(),
                now.sourceProjectId());
    }

    private MergeRequest told(
            String action, Optional<MergeRequest> before, MergeRequest after, Deed deed) {
        world.mergeRequests.put(after);
        listener.accept(new Happening.Changed(action, before.orElse(null), after, deed));
        return after;
    }
}
