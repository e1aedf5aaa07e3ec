package dev.pavior.sandbox.rest;

import dev.pavior.sandbox.faults.FaultPlan;
import dev.pavior.sandbox.faults.Faults;
import dev.pavior.sandbox.faults.RateLimit;
import dev.pavior.sandbox.shape.Shape;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The calls that bring troubles and limits, and tell what they did. */
final class FaultCalls {

    private final Faults faults;
    private final RateLimit limit;

    FaultCalls(Faults faults, RateLimit limit) {
        this.faults = faults;
        this.limit = limit;
    }

    Answer faults(Call call) {
        return Answer.ok(shape());
    }

    Answer setFaults(Call call) {
        faults.follow(FaultPlan.of(call.fields()));
        return Answer.ok(shape());
    }

    Answer clearFaults(Call call) {
        faults.follow(FaultPlan.NONE);
        return Answer.gone();
    }

    Answer rateLimit(Call call) {
        return Answer.ok(limit.counts());
    }

    Answer setRateLimit(Call call) {
        int calls = Integer.parseInt(call.fields().required("calls"));
        int seconds = call.fields().integer("period_seconds", 60);
        limit.set(calls, Duration.ofSeconds(seconds));
        return Answer.ok(limit.counts());
    }

    Answer clearRateLimit(Call call) {
        limit.set(0, Duration.ofMinutes(1));
        return Answer.gone();
    }

    private Map<String, @Nullable Object> shape() {
        var plan = faults.plan();
        var calls = plan.calls();
        var hooks = plan.hooks();
        return Shape.of(
                "seed", plan.seed(),
                "paths", calls.paths(),
                "latency", calls.latency(),
                "latency_ms", calls.delay().toMillis(),
                "too_many", calls.tooMany(),
                "retry_after", calls.retryAfter(),
                "server_error", calls.serverError(),
                "reset", calls.reset(),
                "hook_drop", hooks.drop(),
                "hook_duplicate", hooks.duplicate(),
                "hook_reorder", hooks.reorder(),
                "hook_delay_ms", hooks.delay().toMillis(),
                "counts", faults.counts());
    }
}
