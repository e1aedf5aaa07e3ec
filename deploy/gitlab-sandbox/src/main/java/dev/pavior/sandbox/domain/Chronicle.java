package dev.pavior.sandbox.domain;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Remembers of every change what GitLab's resource events tell. */
final class Chronicle implements Consumer<Happening> {

    private static final String ADD = "add";
    private static final String REMOVE = "remove";

    private final World world;

    Chronicle(World world) {
        this.world = world;
    }

    @Override
    public void accept(Happening happening) {
        if (happening instanceof Happening.Changed changed) {
            addLabels(changed);
            addState(changed);
            addMilestone(changed);
            addOfIssue(changed);
        }
    }

    /** First what was taken away; of deleted labels nothing is told. */
    private void addLabels(Happening.Changed changed) {
        var then = labels(changed.before());
        var now = labels(changed.item());
        then.stream()
                .filter(id -> !now.contains(id))
                .forEach(id -> put(changed, Trace.Kind.LABEL, REMOVE, id));
        now.stream()
                .filter(id -> !then.contains(id))
                .forEach(id -> put(changed, Trace.Kind.LABEL, ADD, id));
    }

    private List<Long> labels(@Nullable Item item) {
        return item == null
                ? List.of()
                : item.labels().stream().filter(id -> world.labels.find(id).isPresent()).toList();
    }

    /** That an item was opened is not told: it was when it was made. */
    private void addState(Happening.Changed changed) {
        var before = changed.before();
        var now = changed.item().state();
        if (before != null && before.state() != now) {
            String name = now == State.OPENED ? "reopened" : now.toString();
            put(changed, Trace.Kind.STATE, name, null);
        }
    }

    private void addMilestone(Happening.Changed changed) {
        var before = changed.before();
        addPeriod(
                changed,
                Trace.Kind.MILESTONE,
                before == null ? null : before.milestone(),
                changed.item().milestone());
    }

    private void addOfIssue(Happening.Changed changed) {
        if (!(changed.item() instanceof Issue now)) {
            return;
        }
        var before = changed.before() instanceof Issue issue ? issue : null;
        addPeriod(
                changed,
                Trace.Kind.ITERATION,
                before == null ? null : before.ties().iteration(),
                now.ties().iteration());
        var weight = before == null ? null : before.weight();
        if (!Objects.equals(weight, now.weight())) {
            Integer value = now.weight();
            put(changed, Trace.Kind.WEIGHT, "set", value == null ? null : value.longValue());
        }
    }

    private void addPeriod(
            Happening.Changed changed, Trace.Kind kind, @Nullable Long then, @Nullable Long now) {
        if (Objects.equals(then, now)) {
            return;
        }
        if (then != null) {
            put(changed, kind, REMOVE, then);
        }
        if (now != null) {
            put(changed, kind, ADD, now);
        }
    }

    private void put(
            Happening.Changed changed, Trace.Kind kind, String action, @Nullable Long subject) {
        var deed = changed.deed();
        world.traces.put(
                new Trace(
                        world.traces.nextId(),
                        kind,
                        ItemKey.of(changed.item()),
                        deed.by().id(),
                        deed.at(),
                        action,
                        subject));
    }
}
