package dev.pavior.sandbox.rest;

import dev.pavior.sandbox.demo.Past;
import dev.pavior.sandbox.demo.Unrest;
import dev.pavior.sandbox.demo.Upheaval;
import dev.pavior.sandbox.domain.Tally;
import dev.pavior.sandbox.domain.World;
import dev.pavior.sandbox.shape.Shape;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The calls that make a long past and many changes, and tell what really changed. */
final class LoadCalls {

    private final World world;
    private final Unrest unrest;
    private final Tally tally;

    LoadCalls(World world, Unrest unrest, Tally tally) {
        this.world = world;
        this.unrest = unrest;
        this.tally = tally;
    }

    Callable<Answer> seed(Call call) {
        var fields = call.fields();
        var extent =
                new Past.Extent(
                        fields.integer("issues", 1_000),
                        fields.integer("merge_requests", 0),
                        fields.integer("events", 5),
                        fields.integer("seed", 1));
        return () -> {
            Past.make(world, extent, call.at());
            return Answer.created(
                    world.inTurn(
                            () ->
                                    Shape.of(
                                            "issues", world.issues.all().size(),
                                            "merge_requests", world.mergeRequests.all().size(),
                                            "events", world.traces.all().size())));
        };
    }

    Answer start(Call call) {
        var fields = call.fields();
        unrest.start(
                new Unrest.Plan(
                        fields.integer("count", 1_000),
                        fields.integer("seed", 1),
                        fields.integer("per_second", 0),
                        new Upheaval.Weights(
                                fields.integer("deletes", 0),
                                fields.integer("moves", 0),
                                fields.integer("links", 0),
                                fields.integer("closes", 0))));
        return Answer.created(progress(false));
    }

    Answer progress(Call call) {
        return Answer.ok(progress(call.fields().flag("items", true)));
    }

    private Map<String, @Nullable Object> progress(boolean items) {
        var shape =
                Shape.of(
                        "count", unrest.plan().count(),
                        "done", unrest.done(),
                        "running", unrest.running(),
                        "changes", tally.total());
        if (items) {
            shape.put("items", tally.counts());
        }
        return shape;
    }
}
