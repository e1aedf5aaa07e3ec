package dev.pavior.sandbox.shape;

import dev.pavior.sandbox.domain.Epic;
import dev.pavior.sandbox.domain.Issue;
import dev.pavior.sandbox.domain.Item;
import dev.pavior.sandbox.domain.Iteration;
import dev.pavior.sandbox.domain.Label;
import dev.pavior.sandbox.domain.Milestone;
import dev.pavior.sandbox.domain.Note;
import dev.pavior.sandbox.domain.State;
import dev.pavior.sandbox.domain.World;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How labels, milestones and notes look in answers. */
public final class PlanningShapes {

    private final World world;
    private final Links links;
    private final PeopleShapes people;

    public PlanningShapes(World world, Links links, PeopleShapes people) {
        this.world = world;
        this.links = links;
        this.people = people;
    }

    /** As the labels of an item are listed when their details are asked for. */
    public Map<String, @Nullable Object> details(Label label) {
        return Shape.of(
                "id", label.id(),
                "name", label.title(),
                "color", label.color(),
                "text_color", "#FFFFFF",
                "description", label.description(),
                "description_html", label.description(),
                "archived", false);
    }

    public Map<String, @Nullable Object> label(Label label, boolean ofProject, boolean counted) {
        var shape = details(label);
        if (counted) {
            shape.put("open_issues_count", count(world.issues.stream(), label, State.OPENED));
            shape.put("closed_issues_count", count(world.issues.stream(), label, State.CLOSED));
            shape.put(
                    "open_merge_requests_count",
                    count(world.mergeRequests.stream(), label, State.OPENED));
        }
        shape.put("subscribed", false);
        if (ofProject) {
            shape.put("priority", label.priority());
            shape.put("is_project_label", !label.home().group());
        }
        return shape;
    }

    public @Nullable Map<String, @Nullable Object> milestone(@Nullable Long id) {
        return id == null ? null : world.milestones.find(id).map(this::milestone).orElse(null);
    }

    public Map<String, @Nullable Object> milestone(Milestone milestone) {
        var home = milestone.home();
        return Shape.of(
                "id",
                milestone.id(),
                "iid",
                milestone.iid(),
                home.group() ? "group_id" : "project_id",
                home.id(),
                "title",
                milestone.title(),
                "description",
                milestone.description(),
                "state",
                milestone.active() ? "active" : "closed",
                "created_at",
                Times.iso(milestone.createdAt()),
                "updated_at",
                Times.iso(milestone.updatedAt()),
                "due_date",
                day(milestone.dueDate()),
                "start_date",
                day(milestone.startDate()),
                "expired",
                milestone.expired(LocalDate.now(ZoneOffset.UTC)),
                "web_url",
                links.web(milestone));
    }

    public Map<String, @Nullable Object> note(Note note, Item item) {
        return Shape.of(
                "id", note.id(),
                "type", null,
                "body", note.body(),
                "author", people.basic(note.authorId()),
                "created_at", Times.iso(note.createdAt()),
                "updated_at", Times.iso(note.updatedAt()),
                "system", false,
                "noteable_id", note.noteableId(),
                "noteable_type", note.noteableType(),
                "project_id", item.home().group() ? null : note.projectId(),
                "resolvable", false,
                "confidential", note.internal(),
                "internal", note.internal(),
                "imported", false,
                "imported_from", "none",
                "noteable_iid", item.iid(),
                "commands_changes", Map.of());
    }

    @Nullable Long epicNumber(Issue issue) {
        Long parent = issue.ties().parent();
        return parent == null ? null : world.epics.find(parent).map(Epic::iid).orElse(null);
    }

    @Nullable Map<String, @Nullable Object> epic(Issue issue) {
        Long parent = issue.ties().parent();
        return parent == null ? null : world.epics.find(parent).map(this::epic).orElse(null);
    }

    private Map<String, @Nullable Object> epic(Epic epic) {
        return Shape.of(
                "id", epic.id(),
                "iid", epic.iid(),
                "title", epic.title(),
                "url", "/groups/" + world.fullPath(epic.home()) + "/-/epics/" + epic.iid(),
                "group_id", epic.groupId(),
                "human_readable_end_date", null,
                "human_readable_timestamp", null);
    }

    public @Nullable Map<String, @Nullable Object> iteration(@Nullable Long id) {
        return id == null ? null : world.iterations.find(id).map(this::iteration).orElse(null);
    }

    public Map<String, @Nullable Object> iteration(Iteration iteration) {
        var group = world.groups.get(iteration.groupId());
        return Shape.of(
                "id", iteration.id(),
                "iid", iteration.iid(),
                "sequence", iteration.iid(),
                "group_id", iteration.groupId(),
                "title", iteration.title(),
                "description", null,
                "state", iteration.state(LocalDate.now(ZoneOffset.UTC)),
                "created_at", Times.iso(iteration.createdAt()),
                "updated_at", Times.iso(iteration.updatedAt()),
                "start_date", day(iteration.startDate()),
                "due_date", day(iteration.dueDate()),
                "web_url", links.web(group) + "/-/iterations/" + iteration.id());
    }

    static @Nullable String day(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    private static long count(Stream<? extends Item> items, Label label, State state) {
        return items.filter(item -> item.state() == state)
                .filter(item -> item.labels().contains(label.id()))
                .count();
    }
}
