package dev.pavior.sandbox.rest;

import dev.pavior.sandbox.hooks.DeliveryLog;

/** What the sandbox tells of itself: who wrote how often, and what was delivered. */
final class SandboxCalls {

    private final Writes writes;
    private final DeliveryLog deliveries;

    SandboxCalls(Writes writes, DeliveryLog deliveries) {
        this.writes = writes;
        this.deliveries = deliveries;
    }

    Answer writes(Call call) {
        return Answer.ok(writes.shape());
    }

    Answer deliveries(Call call) {
        return Answer.ok(deliveries.shape());
    }
}
