package dev.pavior.intake.gitlab;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.BooleanSupplier;

/** Counts how questions to one source ended. */
record Counters(GitLabSource source, MeterRegistry registry) {

    /** Shows what must alert: a refused token, and how much is asked. */
    static void watch(
            GitLabSource source, MeterRegistry registry, BooleanSupplier refused, Budget budget) {
        Gauge.builder("pavior.gitlab.token.refused", refused, r -> r.getAsBoolean() ? 1 : 0)
                .tag("source", source.name())
                .register(registry);
        Gauge.builder("pavior.gitlab.requests.per.minute", budget, b -> b.use().usedPerMinute())
                .tag("source", source.name())
                .register(registry);
    }

    void ended(String outcome) {
        registry.counter("pavior.gitlab.answers", "source", source.name(), "outcome", outcome)
                .increment();
    }
}
