package dev.pavior.intake.gitlab;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.BooleanSupplier;

/**
 * Counts how questions to one source ended.
 *
 * @param token which of its tokens they are asked with
 */
record Counters(GitLabSource source, String token, MeterRegistry registry) {

    /** Shows what must alert: a refused token. */
    static void watch(
            GitLabSource source, String token, MeterRegistry registry, BooleanSupplier refused) {
        Gauge.builder("pavior.gitlab.token.refused", refused, r -> r.getAsBoolean() ? 1 : 0)
                .tag("source", source.name())
                .tag("token", token)
                .register(registry);
    }

    /** Shows how much is asked. */
    static void watch(GitLabSource source, MeterRegistry registry, Budget budget) {
        Gauge.builder("pavior.gitlab.requests.per.minute", budget, b -> b.use().usedPerMinute())
                .tag("source", source.name())
                .register(registry);
    }

    void ended(String outcome) {
        registry.counter(
                        "pavior.gitlab.answers",
                        "source",
                        source.name(),
                        "token",
                        token,
                        "outcome",
                        outcome)
                .increment();
    }
}
