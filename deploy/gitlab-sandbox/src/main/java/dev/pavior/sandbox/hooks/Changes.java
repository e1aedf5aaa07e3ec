package dev.pavior.sandbox.hooks;

import dev.pavior.sandbox.domain.Happening;
import dev.pavior.sandbox.domain.Issue;
import dev.pavior.sandbox.domain.Item;
import dev.pavior.sandbox.domain.LabelBook;
import dev.pavior.sandbox.domain.StatusBook;
import dev.pavior.sandbox.shape.Shape;
import dev.pavior.sandbox.shape.Times;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What changed between two sights of an item, as previous and current. */
final class Changes {

    private final LabelBook labels;
    private final StatusBook statuses;
    private final HookShapes shapes;

    Changes(LabelBook labels, StatusBook statuses, HookShapes shapes) {
        this.labels = labels;
        this.statuses = statuses;
        this.shapes = shapes;
    }

    /** A status that follows from closing or opening is not told: GitLab does not either. */
    Map<String, @Nullable Object> of(Happening.Changed changed) {
        var changes = between(changed.before(), changed.item());
        if (changed.action().equals("update") && changed.item() instanceof Issue now) {
            addStatus(changes, changed.before() instanceof Issue then ? then : null, now);
        }
        return changes;
    }

    private void addStatus(
            Map<String, @Nullable Object> changes, @Nullable Issue before, Issue after) {
        var then = before == null ? null : statuses.of(before);
        var now = statuses.of(after);
        if (!Objects.equals(then, now)) {
            changes.put("status", change(HookShapes.status(then), HookShapes.status(now)));
        }
    }

    private Map<String, @Nullable Object> between(@Nullable Item before, Item after) {
        var then = before == null ? Map.<String, @Nullable Object>of() : Attributes.of(before);
        var now = Attributes.of(after);
        var changes = Shape.of();
        for (String name : now.keySet()) {
            if (!Objects.equals(then.get(name), now.get(name))) {
                changes.put(name, change(written(then.get(name)), written(now.get(name))));
            }
        }
        addLabels(changes, before, after);
        addAssignees(changes, before, after);
        return changes;
    }

    private void addLabels(
            Map<String, @Nullable Object> changes, @Nullable Item before, Item after) {
        List<Long> then = before == null ? List.of() : before.labels();
        if (!Set.copyOf(then).equals(Set.copyOf(after.labels()))) {
            changes.put("labels", change(labelsOf(then), labelsOf(after.labels())));
        }
    }

    private void addAssignees(
            Map<String, @Nullable Object> changes, @Nullable Item before, Item after) {
        List<Long> then = before == null ? List.of() : before.core().plan().assignees();
        var now = after.core().plan().assignees();
        if (!then.equals(now)) {
            changes.put("assignees", change(people(then), people(now)));
        }
    }

    private List<Map<String, @Nullable Object>> labelsOf(List<Long> ids) {
        return labels.ofIds(ids).stream().map(shapes::label).toList();
    }

    private List<Map<String, @Nullable Object>> people(List<Long> ids) {
        return ids.stream().map(id -> shapes.user(id)).toList();
    }

    private static Map<String, @Nullable Object> change(
            @Nullable Object previous, @Nullable Object current) {
        return Shape.of("previous", previous, "current", current);
    }

    private static @Nullable Object written(@Nullable Object value) {
        return value instanceof Instant time ? Times.spaced(time) : value;
    }
}
