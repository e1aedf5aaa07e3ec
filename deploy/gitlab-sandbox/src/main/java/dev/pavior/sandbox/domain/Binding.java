package dev.pavior.sandbox.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ties an issue to its epic and iteration, and says how it fares. */
final class Binding {

    private static final List<String> HEALTH = List.of("on_track", "needs_attention", "at_risk");

    private final World world;

    Binding(World world) {
        this.world = world;
    }

    Ties edited(Ties now, Fields fields) {
        String health =
                fields.has("health_status") ? fields.oneOf("health_status", HEALTH) : now.health();
        return new Ties(
                now.movedTo(),
                known("epic_id", now.parent(), world.epics, fields),
                known("iteration_id", now.iteration(), world.iterations, fields),
                health,
                now.status());
    }

    private static @Nullable Long known(
            String name, @Nullable Long now, Shelf<? extends Entity> shelf, Fields fields) {
        if (!fields.has(name)) {
            return now;
        }
        Long wanted = fields.id(name);
        return wanted == null || wanted == 0 ? null : (Long) shelf.get(wanted).id();
    }
}
