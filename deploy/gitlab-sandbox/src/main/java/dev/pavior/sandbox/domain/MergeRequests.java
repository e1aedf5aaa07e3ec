package dev.pavior.sandbox.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
        fields.required("title");
        String source = fields.required("source_branch");
        String target = fields.required("target_branch");
        refuseTwin(project, source, target);
        long iid = world.nextMergeRequestNumber(project);
        var core = drafting.created(world.mergeRequests.nextId(), iid, project, fields, deed);
        var request =
                new MergeRequest(
                        core,
                        source,
                        target,
                        drafting.people(fields.ids("reviewer_ids")),
                        sha(project.id() + "/" + iid + "/" + source),
                        false,
                        null,
                        fields.flag("squash", false),
                        null);
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
        var merge = new Merge(deed.by().id(), deed.at(), sha(request.sha() + "/merged"));
        var merged = told("merge", Optional.of(request), request.merged(merge), deed);
        if (merged.intoDefaultBranch()) {
            closes(merged).forEach(issue -> issues.close(issue, deed));
        }
        return merged;
    }

    /** The issues that this merge request's merge closes, or did close. */
    public List<Issue> closes(MergeRequest request) {
        return ClosingPattern.references(request.core().text().body()).stream()
                .map(reference -> closed(request, reference))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Sets whether the source branch still merges cleanly; tells nobody. */
    public MergeRequest conflicting(MergeRequest request, boolean conflicts) {
        return world.mergeRequests.put(request.conflicting(conflicts));
    }

    private Optional<Issue> closed(MergeRequest request, ClosingPattern.Reference reference) {
        var project =
                reference.project().isEmpty()
                        ? world.projects.find(request.projectId())
                        : world.projectAt(reference.project());
        return project.flatMap(
                found ->
                        world.issuesOf(found.id())
                                .filter(issue -> issue.iid() == reference.iid())
                                .findFirst());
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
        world.mergeRequestsOf(project.id())
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
        var core = drafting.updated(now.core(), world.projectOf(now), fields, deed);
        return new MergeRequest(
                core,
                now.sourceBranch(),
                target,
                reviewers,
                now.sha(),
                now.conflicts(),
                locked,
                squash,
                now.merge());
    }

    private MergeRequest told(
            String action, Optional<MergeRequest> before, MergeRequest after, Deed deed) {
        world.mergeRequests.put(after);
        listener.accept(new Happening.Changed(action, before.orElse(null), after, deed));
        return after;
    }

    /** A commit id that looks like one and is always the same for the same branch. */
    private static String sha(String of) {
        try {
            var digest = MessageDigest.getInstance("SHA-1");
            return HexFormat.of().formatHex(digest.digest(of.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
