package dev.pavior.sandbox.graph;

import dev.pavior.sandbox.domain.Award;
import dev.pavior.sandbox.domain.Epic;
import dev.pavior.sandbox.domain.Home;
import dev.pavior.sandbox.domain.Issue;
import dev.pavior.sandbox.domain.Item;
import dev.pavior.sandbox.domain.ItemKey;
import dev.pavior.sandbox.domain.Office;
import dev.pavior.sandbox.domain.Status;
import dev.pavior.sandbox.domain.World;
import dev.pavior.sandbox.shape.Shape;
import dev.pavior.sandbox.shape.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How work items look in GraphQL; what leads to other items is found only when asked for. */
final class WorkItemShapes {

    private final Office office;
    private final World world;

    WorkItemShapes(Office office) {
        this.office = office;
        this.world = office.world();
    }

    Map<String, @Nullable Object> of(Item item) {
        var home = item.home();
        return Shape.of(
                "id", Gid.of("WorkItem", item.id()),
                "iid", String.valueOf(item.iid()),
                "title", item.title(),
                "state", item.core().standing().open() ? "OPEN" : "CLOSED",
                "confidential", item.confidential(),
                "createdAt", Times.iso(item.createdAt()),
                "updatedAt", Times.iso(item.updatedAt()),
                "closedAt", Times.iso(item.core().standing().closedAt()),
                "userDiscussionsCount", world.notesOn(item).size(),
                "workItemType", Map.of("name", type(item)),
                "namespace", namespace(home),
                "project", home.group() ? null : project(home),
                "widgets", widgets(item));
    }

    Map<String, @Nullable Object> issue(Issue issue) {
        return Shape.of(
                "id", Gid.of("Issue", issue.id()),
                "iid", String.valueOf(issue.iid()),
                "projectId", issue.projectId(),
                "title", issue.title(),
                "movedToId", issue.ties().movedTo());
    }

    Map<String, @Nullable Object> namespace(Home home) {
        return place(home, Gid.namespace(home));
    }

    Map<String, @Nullable Object> project(Home home) {
        return place(home, Gid.of("Project", home.id()));
    }

    private Map<String, @Nullable Object> place(Home home, String id) {
        String name =
                home.group()
                        ? world.groups.get(home.id()).name()
                        : world.projects.get(home.id()).name();
        return Shape.of("id", id, "fullPath", world.fullPath(home), "name", name, "home", home);
    }

    static @Nullable Map<String, @Nullable Object> status(@Nullable Status status) {
        return status == null
                ? null
                : Shape.of(
                        "id", Gid.of(status),
                        "name", status.name(),
                        "category", status.category().toUpperCase(Locale.ROOT));
    }

    static String type(Item item) {
        if (!(item instanceof Issue issue)) {
            return "Epic";
        }
        return switch (issue.type()) {
            case "incident" -> "Incident";
            case "task" -> "Task";
            case "test_case" -> "Test Case";
            default -> "Issue";
        };
    }

    private List<Map<String, @Nullable Object>> widgets(Item item) {
        var widgets = new ArrayList<Map<String, @Nullable Object>>();
        widgets.add(widget("Description", "description", item.core().text().description()));
        widgets.add(widget("Assignees", "assignees", assignees(item)));
        widgets.add(widget("Labels", "labels", labels(item)));
        widgets.add(widget("Hierarchy", "parentId", parent(item)));
        widgets.add(widget("LinkedItems", "of", item));
        widgets.add(emojis(item));
        if (item instanceof Issue issue) {
            widgets.add(widget("Status", "status", status(office.statuses().of(issue))));
            widgets.add(widget("Weight", "weight", issue.weight()));
            widgets.add(widget("Milestone", "milestone", milestone(issue)));
            widgets.add(widget("Iteration", "iteration", iteration(issue)));
            widgets.add(widget("HealthStatus", "healthStatus", camel(issue.ties().health())));
        }
        return widgets;
    }

    private static Map<String, @Nullable Object> widget(
            String name, String field, @Nullable Object value) {
        String type = name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
        return Shape.of("__typename", "WorkItemWidget" + name, "type", type, field, value);
    }

    private Map<String, @Nullable Object> emojis(Item item) {
        var widget = widget("AwardEmoji", "upvotes", count(item, Award.UP));
        widget.put("downvotes", count(item, Award.DOWN));
        return widget;
    }

    private long count(Item item, String name) {
        return world.awardsByItem.of(ItemKey.of(item)).values().stream()
                .filter(award -> award.name().equals(name))
                .count();
    }

    private Map<String, Object> assignees(Item item) {
        return nodes(
                item.core().plan().assignees().stream()
                        .map(world.users::get)
                        .map(
                                user ->
                                        Shape.of(
                                                "id", Gid.of("User", user.id()),
                                                "username", user.username(),
                                                "name", user.name()))
                        .toList());
    }

    private Map<String, Object> labels(Item item) {
        return nodes(
                office.labels().of(item).stream()
                        .map(
                                label ->
                                        Shape.of(
                                                "id",
                                                Gid.of(
                                                        label.home().group()
                                                                ? "GroupLabel"
                                                                : "ProjectLabel",
                                                        label.id()),
                                                "title",
                                                label.title()))
                        .toList());
    }

    static Map<String, Object> nodes(List<?> nodes) {
        return Map.of("nodes", nodes);
    }

    private static @Nullable Long parent(Item item) {
        return switch (item) {
            case Issue issue -> issue.ties().parent();
            case Epic epic -> epic.parent();
            default -> null;
        };
    }

    private @Nullable Object milestone(Issue issue) {
        Long id = issue.milestone();
        return id == null
                ? null
                : world.milestones
                        .find(id)
                        .map(m -> Map.of("id", Gid.of("Milestone", id), "title", m.title()))
                        .orElse(null);
    }

    private @Nullable Object iteration(Issue issue) {
        Long id = issue.ties().iteration();
        return id == null
                ? null
                : world.iterations
                        .find(id)
                        .map(i -> Map.of("id", Gid.of("Iteration", id), "title", i.title()))
                        .orElse(null);
    }

    private static @Nullable String camel(@Nullable String health) {
        return health == null
                ? null
                : switch (health) {
                    case "on_track" -> "onTrack";
                    case "at_risk" -> "atRisk";
                    default -> "needsAttention";
                };
    }
}
