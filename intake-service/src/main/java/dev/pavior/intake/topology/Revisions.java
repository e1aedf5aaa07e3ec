package dev.pavior.intake.topology;

import dev.pavior.contract.v1.Origin;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/**
 * Counts revisions by what brought them. Those of a known item that a poll or a sweep brought are
 * what no hook had told: what reading had to repair.
 */
public final class Revisions {

    private static final String NAME = "pavior.intake.revisions";

    private final MeterRegistry registry;

    public Revisions(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(Origin origin, long revision) {
        registry.counter(
                        NAME,
                        "origin",
                        origin.name().toLowerCase(Locale.ROOT),
                        "item",
                        revision == 1 ? "new" : "known")
                .increment();
    }
}
