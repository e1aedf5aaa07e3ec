package dev.pavior.sandbox.rest;

import dev.pavior.sandbox.domain.Happening;
import dev.pavior.sandbox.domain.Home;
import dev.pavior.sandbox.domain.Iteration;
import dev.pavior.sandbox.domain.Refusal;
import dev.pavior.sandbox.domain.Status;
import dev.pavior.sandbox.hooks.DeliveryLog;
import dev.pavior.sandbox.shape.Shape;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Function;

/** What the sandbox tells of itself, and what tests let happen that no call of GitLab's does. */
final class SandboxCalls {

    private final Desk desk;
    private final Writes writes;
    private final DeliveryLog deliveries;

    SandboxCalls(Desk desk, Writes writes, DeliveryLog deliveries) {
        this.desk = desk;
        this.writes = writes;
        this.deliveries = deliveries;
    }

    Answer writes(Call call) {
        return Answer.ok(writes.shape());
    }

    Answer deliveries(Call call) {
        return Answer.ok(deliveries.shape());
    }

    /** The token of a project or group is about to expire. */
    Operation expires(Function<Call, Home> home) {
        return call -> {
            var fields = call.fields();
            var day = fields.date("expires_at");
            desk.office()
                    .listener()
                    .accept(
                            new Happening.Expiring(
                                    home.apply(call),
                                    fields.integer("token_id", 1),
                                    fields.text("name", "token"),
                                    day == null ? LocalDate.EPOCH : day,
                                    call.deed()));
            return Answer.gone();
        };
    }

    Answer createStatus(Call call) {
        var group = desk.places().group(call);
        String category = call.fields().oneOf("category", Status.CATEGORIES, "to_do");
        var status =
                new Status(
                        desk.world().statuses.nextId(),
                        group.id(),
                        call.fields().required("name"),
                        category.toLowerCase(Locale.ROOT));
        desk.world().statuses.put(status);
        return Answer.created(
                Shape.of(
                        "id", status.id(),
                        "name", status.name(),
                        "category", status.category()));
    }

    Answer createIteration(Call call) {
        var group = desk.places().group(call);
        var start = day(call, "start_date");
        var others =
                desk.world().iterations.stream().filter(i -> i.groupId() == group.id()).count();
        var iteration =
                new Iteration(
                        desk.world().iterations.nextId(),
                        others + 1,
                        group.id(),
                        call.fields().text("title", "Iteration " + (others + 1)),
                        start,
                        day(call, "due_date"),
                        call.at(),
                        call.at());
        return Answer.created(desk.planning().iteration(desk.world().iterations.put(iteration)));
    }

    private static LocalDate day(Call call, String name) {
        var day = call.fields().date(name);
        if (day == null) {
            throw Refusal.missing(name);
        }
        return day;
    }
}
