package dev.pavior.sandbox.hooks;

import dev.pavior.sandbox.domain.Happening;
import dev.pavior.sandbox.domain.Home;
import dev.pavior.sandbox.domain.World;
import dev.pavior.sandbox.shape.Shape;
import dev.pavior.sandbox.shape.Times;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the bodies of hooks on what happens to a project or group rather than to an item. */
final class PlaceBodies {

    private final World world;
    private final HookShapes shapes;

    PlaceBodies(World world, HookShapes shapes) {
        this.world = world;
        this.shapes = shapes;
    }

    Map<String, @Nullable Object> scheduled(Happening.Scheduled scheduled) {
        var milestone = scheduled.milestone();
        var home = milestone.home();
        var body = Shape.of("object_kind", "milestone", "event_type", "milestone");
        addPlace(body, home);
        body.put(
                "object_attributes",
                Shape.of(
                        "id", milestone.id(),
                        "iid", milestone.iid(),
                        "title", milestone.title(),
                        "description", milestone.description(),
                        "state", milestone.active() ? "active" : "closed",
                        "created_at", Times.spaced(milestone.createdAt()),
                        "updated_at", Times.spaced(milestone.updatedAt()),
                        "due_date", day(milestone.dueDate()),
                        "start_date", day(milestone.startDate()),
                        "group_id", home.group() ? home.id() : null,
                        "project_id", home.group() ? null : home.id()));
        body.put("action", scheduled.action());
        return body;
    }

    Map<String, @Nullable Object> expiring(Happening.Expiring expiring) {
        var body = Shape.of("object_kind", "access_token");
        addPlace(body, expiring.home());
        body.put(
                "object_attributes",
                Shape.of(
                        "user_id", expiring.deed().by().id(),
                        "created_at", Times.spaced(expiring.deed().by().createdAt()),
                        "id", expiring.token(),
                        "name", expiring.name(),
                        "expires_at", expiring.expiresAt().toString()));
        body.put("event_name", "expiring_access_token");
        return body;
    }

    private void addPlace(Map<String, @Nullable Object> body, Home home) {
        if (home.group()) {
            body.put("group", shapes.group(world.groups.get(home.id())));
        } else {
            body.put("project", shapes.project(world.projects.get(home.id())));
        }
    }

    private static @Nullable String day(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }
}
