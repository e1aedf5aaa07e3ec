package dev.pavior.sandbox.domain;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Opens, edits, closes and reopens issues. */
public final class Issues {

    private static final List<String> TYPES = List.of("issue", "incident", "test_case", "task");
    static final List<String> EDITABLE =
            List.of(
                    "add_labels",
                    "assignee_id",
                    "assignee_ids",
                    "confidential",
                    "created_at",
                    "description",
                    "discussion_locked",
                    "due_date",
                    "epic_id",
                    "health_status",
                    "issue_type",
                    "iteration_id",
                    "labels",
                    "milestone_id",
                    "remove_labels",
                    "state_event",
                    "title",
                    "updated_at",
                    "weight");

    private final World world;
    private final Drafting drafting;
    private final StatusBook statuses;
    private final Binding binding;
    private final Consumer<Happening> listener;

    Issues(World world, Drafting drafting, StatusBook statuses, Consumer<Happening> listener) {
        this.world = world;
        this.drafting = drafting;
        this.statuses = statuses;
        this.binding = new Binding(world);
        this.listener = listener;
    }

    public Issue open(Project project, Fields fields, Deed deed) {
        String type = fields.oneOf("issue_type", TYPES, "issue");
        Integer weight = weight(null, fields);
        long iid = world.nextIssueNumber(project);
        var core = drafting.created(world.issues.nextId(), iid, project.home(), fields, deed);
        boolean confidential = fields.flag("confidential", false);
        var due = fields.date("due_date");
        var ties = binding.edited(Ties.NONE.status(statuses.first(project.home())), fields);
        var issue = world.issues.put(new Issue(core, confidential, null, weight, due, type, ties));
        listener.accept(new Happening.Changed("open", null, issue, deed));
        return issue;
    }

    /** Changes the state first and the rest after it, each with its own hook, as GitLab does. */
    public Issue update(Issue issue, Fields fields, Deed deed) {
        if (!fields.hasAny(EDITABLE)) {
            throw Refusal.error(
                    400,
                    String.join(", ", EDITABLE)
                            + " are missing, at least one parameter must be provided");
        }
        String event = fields.oneOf("state_event", List.of("close", "reopen"));
        var wanted = edited(issue, fields, deed);
        var stood = event == null ? issue : stateChanged(issue, event, deed);
        var ties = wanted.ties().status(stood.ties().status());
        return edit(stood, wanted.with(wanted.core().standingAs(stood.core())).with(ties), deed);
    }

    public Issue close(Issue issue, Deed deed) {
        return stateChanged(issue, "close", deed);
    }

    /** Sets the status, and opens or closes the issue where the status says so. */
    public Issue rank(Issue issue, Status status, Deed deed) {
        if (Objects.equals(issue.ties().status(), status.id())) {
            return issue;
        }
        var core = issue.core().standing(issue.core().standing(), deed.by().id(), deed.at());
        var ranked =
                told(
                        "update",
                        issue,
                        issue.with(core).with(issue.ties().status(status.id())),
                        deed);
        return stateChanged(ranked, status.open() ? "reopen" : "close", deed);
    }

    /** Closes the issue and opens one like it in another project. */
    public Issue move(Issue issue, Project to, Deed deed) {
        var moved = world.issues.put(copy(issue, to, deed));
        listener.accept(new Happening.Changed("open", null, moved, deed));
        var standing = Standing.closed(deed.by().id(), deed.at());
        var left =
                issue.with(issue.core().standing(standing, deed.by().id(), deed.at()))
                        .with(issue.ties().movedTo(moved.id()));
        told("close", issue, left, deed);
        return moved;
    }

    private Issue copy(Issue issue, Project to, Deed deed) {
        var core =
                drafting.copied(
                        issue.core(), world.issues.nextId(), world.nextIssueNumber(to), to, deed);
        return new Issue(
                core,
                issue.confidential(),
                issue.locked(),
                issue.weight(),
                issue.dueDate(),
                issue.type(),
                issue.ties());
    }

    private Issue stateChanged(Issue issue, String event, Deed deed) {
        boolean opens = event.equals("reopen");
        if (issue.core().standing().open() == opens) {
            return issue;
        }
        var standing = opens ? Standing.OPEN : Standing.closed(deed.by().id(), deed.at());
        var after = issue.with(issue.core().standing(standing, deed.by().id(), deed.at()));
        var ties = after.ties().status(statuses.after(issue, opens));
        return told(event, issue, after.with(ties), deed);
    }

    private Issue edit(Issue before, Issue after, Deed deed) {
        return Edits.nothingButTouched(before, after)
                ? before
                : told("update", before, after, deed);
    }

    private Issue told(String action, Issue before, Issue after, Deed deed) {
        world.issues.put(after);
        listener.accept(new Happening.Changed(action, before, after, deed));
        return after;
    }

    private Issue edited(Issue now, Fields fields, Deed deed) {
        Integer weight = weight(now.weight(), fields);
        boolean confidential = fields.flag("confidential", now.confidential());
        var locked =
                fields.has("discussion_locked") ? fields.flag("discussion_locked") : now.locked();
        var due = fields.has("due_date") ? fields.date("due_date") : now.dueDate();
        String type = fields.oneOf("issue_type", TYPES, now.type());
        var core = drafting.updated(now.core(), now.home(), fields, deed);
        var ties = binding.edited(now.ties(), fields);
        return new Issue(core, confidential, locked, weight, due, type, ties);
    }

    private static @Nullable Integer weight(@Nullable Integer now, Fields fields) {
        if (!fields.has("weight")) {
            return now;
        }
        Integer weight = fields.integer("weight");
        if (weight != null && weight < 0) {
            throw Refusal.field("weight", "must be greater than or equal to 0");
        }
        return weight;
    }
}
