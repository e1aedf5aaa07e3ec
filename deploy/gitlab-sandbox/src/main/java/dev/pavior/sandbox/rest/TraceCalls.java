package dev.pavior.sandbox.rest;

import dev.pavior.sandbox.domain.Item;
import dev.pavior.sandbox.domain.ItemKey;
import dev.pavior.sandbox.domain.Refusal;
import dev.pavior.sandbox.domain.Trace;
import java.util.function.Function;

/** The calls on one kind of the resource events of one kind of items. */
final class TraceCalls {

    private final Desk desk;
    private final Trace.Kind kind;
    private final Function<Call, ? extends Item> parent;

    TraceCalls(Desk desk, Trace.Kind kind, Function<Call, ? extends Item> parent) {
        this.desk = desk;
        this.kind = kind;
        this.parent = parent;
    }

    Answer list(Call call) {
        var traces =
                desk.world().tracesByItem.of(ItemKey.of(parent.apply(call))).values().stream()
                        .filter(trace -> trace.kind() == kind)
                        .toList();
        return desk.page(call, traces, desk.traces()::of);
    }

    Answer get(Call call) {
        var trace =
                desk.world()
                        .tracesByItem
                        .of(ItemKey.of(parent.apply(call)))
                        .get(call.number("event_id"));
        if (trace == null || trace.kind() != kind) {
            throw Refusal.noSuchObject();
        }
        return Answer.ok(desk.traces().of(trace));
    }
}
