package dev.pavior.sandbox.hooks;

import dev.pavior.sandbox.domain.Epic;
import dev.pavior.sandbox.domain.Happening;
import dev.pavior.sandbox.domain.Issue;
import dev.pavior.sandbox.domain.Item;
import dev.pavior.sandbox.domain.LabelBook;
import dev.pavior.sandbox.domain.MergeRequest;
import dev.pavior.sandbox.domain.Note;
import dev.pavior.sandbox.domain.StatusBook;
import dev.pavior.sandbox.domain.World;
import dev.pavior.sandbox.shape.Links;
import dev.pavior.sandbox.shape.Shape;
import dev.pavior.sandbox.shape.Times;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the body of a hook from what happened. */
public final class HookBodies {

    private final World world;
    private final LabelBook labels;
    private final Links links;
    private final HookShapes shapes;
    private final Changes changes;
    private final StatusBook statuses;
    private final PlaceBodies places;

    public HookBodies(World world, Links links) {
        this.world = world;
        this.labels = new LabelBook(world);
        this.links = links;
        this.shapes = new HookShapes(world, links);
        this.statuses = new StatusBook(world);
        this.changes = new Changes(labels, statuses, shapes);
        this.places = new PlaceBodies(world, shapes);
    }

    public Map<String, @Nullable Object> of(Happening happening) {
        return switch (happening) {
            case Happening.Changed changed -> changed(changed);
            case Happening.Noted noted -> noted(noted);
            case Happening.Awarded awarded -> awarded(awarded);
            case Happening.Scheduled scheduled -> places.scheduled(scheduled);
            case Happening.Expiring expiring -> places.expiring(expiring);
        };
    }

    private Map<String, @Nullable Object> changed(Happening.Changed changed) {
        var item = changed.item();
        var body = envelope(objectKind(item), eventType(item), changed);
        var attributes = attributes(item);
        attributes.put("action", changed.action());
        if (item instanceof MergeRequest request) {
            addOccasion(attributes, changed, request);
        }
        body.put("object_attributes", attributes);
        body.put("labels", labelsOf(item));
        body.put("changes", changes.of(changed));
        body.put("repository", repository(item));
        body.put("assignees", people(item.core().plan().assignees()));
        if (item instanceof MergeRequest request) {
            body.put("reviewers", request.reviewers().stream().map(shapes::reviewer).toList());
        }
        return body;
    }

    private Map<String, @Nullable Object> noted(Happening.Noted noted) {
        var item = noted.item();
        var note = noted.note();
        boolean confidential = note.internal() || item.confidential();
        var body = envelope("note", confidential ? "confidential_note" : "note", noted);
        body.put("project_id", item.home().group() ? null : item.projectId());
        body.put("object_attributes", note(noted));
        body.put("repository", repository(item));
        body.put(kind(item), attributes(item));
        return body;
    }

    private Map<String, @Nullable Object> envelope(
            String kind, String eventType, Happening.ToItem happening) {
        return Shape.of(
                "object_kind",
                kind,
                "event_type",
                eventType,
                "user",
                shapes.user(happening.deed().by()),
                "project",
                project(happening.item()));
    }

    /** An epic has none. */
    private @Nullable Map<String, @Nullable Object> project(Item item) {
        return item.home().group() ? null : shapes.project(world.projectOf(item));
    }

    private @Nullable Map<String, @Nullable Object> repository(Item item) {
        return item.home().group() ? null : shapes.repository(world.projectOf(item));
    }

    /** Why GitLab did it itself, and which commit was the last before the new ones. */
    private static void addOccasion(
            Map<String, @Nullable Object> attributes,
            Happening.Changed changed,
            MergeRequest request) {
        attributes.put("system", changed.reason() != null);
        if (changed.reason() != null) {
            attributes.put("system_action", changed.reason());
        }
        if (changed.before() instanceof MergeRequest before
                && !before.sha().equals(request.sha())) {
            attributes.put("oldrev", before.sha());
        }
    }

    private Map<String, @Nullable Object> awarded(Happening.Awarded awarded) {
        var item = awarded.item();
        var award = awarded.award();
        var body = envelope("emoji", awarded.action(), awarded);
        body.put("project_id", item.home().group() ? null : item.projectId());
        body.put(
                "object_attributes",
                Shape.of(
                        "user_id", award.userId(),
                        "created_at", Times.spaced(award.createdAt()),
                        "id", award.id(),
                        "name", award.name(),
                        "awardable_type", item.noteableType(),
                        "awardable_id", item.id(),
                        "updated_at", Times.spaced(award.createdAt()),
                        "action", awarded.action(),
                        "awarded_on_url", links.web(item)));
        body.put(kind(item), attributes(item));
        return body;
    }

    private Map<String, @Nullable Object> attributes(Item item) {
        var shape = Attributes.of(item);
        shape.replaceAll((name, value) -> value instanceof Instant at ? Times.iso(at) : value);
        var assignees = item.core().plan().assignees();
        shape.put("assignee_ids", assignees);
        shape.put("assignee_id", assignees.isEmpty() ? null : assignees.getFirst());
        shape.put("total_time_spent", 0);
        shape.put("time_change", 0);
        shape.put("human_total_time_spent", null);
        shape.put("human_time_change", null);
        shape.put("human_time_estimate", null);
        shape.put("labels", labelsOf(item));
        shape.put("state", item.state().toString());
        shape.put("url", links.web(item));
        switch (item) {
            case Issue issue -> addOfIssue(shape, issue);
            case Epic _ -> shape.put("type", "Epic");
            case MergeRequest request -> addOfMergeRequest(shape, request);
        }
        return shape;
    }

    private void addOfIssue(Map<String, @Nullable Object> shape, Issue issue) {
        shape.put("type", typeName(issue.type()));
        shape.put("severity", "unknown");
        var status = statuses.of(issue);
        if (status != null) {
            shape.put("status", HookShapes.status(status));
        }
    }

    private void addOfMergeRequest(Map<String, @Nullable Object> shape, MergeRequest request) {
        var source = world.projects.get(request.sourceProject());
        shape.put("reviewer_ids", request.reviewers());
        shape.put("work_in_progress", request.draft());
        shape.put("detailed_merge_status", request.mergeStatus());
        shape.put("blocking_discussions_resolved", true);
        shape.put("first_contribution", false);
        shape.put("source", shapes.project(source));
        shape.put("target", shapes.project(world.projectOf(request)));
        shape.put("last_commit", shapes.lastCommit(request));
        shape.put("system", false);
    }

    private Map<String, @Nullable Object> note(Happening.Noted noted) {
        Note note = noted.note();
        return Shape.of(
                "attachment", null,
                "author_id", note.authorId(),
                "commit_id", null,
                "created_at", Times.spaced(note.createdAt()),
                "id", note.id(),
                "internal", note.internal(),
                "line_code", null,
                "note", note.body(),
                "noteable_id", note.noteableId(),
                "noteable_type", note.noteableType(),
                "project_id", noted.item().home().group() ? null : note.projectId(),
                "st_diff", null,
                "system", false,
                "updated_at", Times.spaced(note.updatedAt()),
                "action", noted.action(),
                "url", links.web(note, noted.item()));
    }

    private List<Map<String, @Nullable Object>> labelsOf(Item item) {
        return labels.of(item).stream().map(shapes::label).toList();
    }

    private List<Map<String, @Nullable Object>> people(List<Long> ids) {
        return ids.stream().map(id -> shapes.user(id)).toList();
    }

    /** Tasks, incidents and their like are work items to GitLab, except where a note names them. */
    private static String objectKind(Item item) {
        boolean plain = !(item instanceof Issue issue) || issue.type().equals("issue");
        return plain && !(item instanceof Epic) ? kind(item) : "work_item";
    }

    private static String eventType(Item item) {
        return item.confidential() ? "confidential_" + kind(item) : objectKind(item);
    }

    private static String kind(Item item) {
        return item instanceof MergeRequest ? "merge_request" : "issue";
    }

    private static String typeName(String type) {
        return switch (type) {
            case "incident" -> "Incident";
            case "task" -> "Task";
            case "test_case" -> "Test Case";
            default -> "Issue";
        };
    }
}
