package dev.pavior.sandbox.shape;

import dev.pavior.sandbox.domain.Label;
import dev.pavior.sandbox.domain.Trace;
import dev.pavior.sandbox.domain.World;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How resource events look in answers. */
public final class TraceShapes {

    private final World world;
    private final PeopleShapes people;
    private final PlanningShapes planning;

    public TraceShapes(World world, PeopleShapes people, PlanningShapes planning) {
        this.world = world;
        this.people = people;
        this.planning = planning;
    }

    public Map<String, @Nullable Object> of(Trace trace) {
        var shape =
                Shape.of(
                        "id", trace.id(),
                        "user", people.basic(trace.by()),
                        "created_at", Times.iso(trace.at()));
        if (trace.kind() == Trace.Kind.WEIGHT) {
            shape.put("issue_id", trace.item().id());
            shape.put("weight", trace.subject());
            return shape;
        }
        shape.put("resource_type", trace.item().kind());
        shape.put("resource_id", trace.item().id());
        addSubject(shape, trace);
        return shape;
    }

    private void addSubject(Map<String, @Nullable Object> shape, Trace trace) {
        switch (trace.kind()) {
            case LABEL -> shape.put("label", label(trace.subject()));
            case MILESTONE -> shape.put("milestone", planning.milestone(trace.subject()));
            case ITERATION -> shape.put("iteration", planning.iteration(trace.subject()));
            case STATE -> shape.put("state", trace.action());
            case WEIGHT -> throw new IllegalStateException("a weight is told otherwise");
        }
        if (trace.kind() != Trace.Kind.STATE) {
            shape.put("action", trace.action());
        }
    }

    /** Nothing where the label was deleted since. */
    private @Nullable Map<String, @Nullable Object> label(@Nullable Long id) {
        return id == null ? null : world.labels.find(id).map(TraceShapes::label).orElse(null);
    }

    private static Map<String, @Nullable Object> label(Label label) {
        return Shape.of(
                "id", label.id(),
                "name", label.title(),
                "color", label.color(),
                "description", label.description());
    }
}
