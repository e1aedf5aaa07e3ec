package dev.pavior.labeling.topology;

import dev.pavior.contract.Topic;
import dev.pavior.contract.v1.EditOutcome;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** Counts what became of each record that the topology took, and what it published. */
public record Tally(MeterRegistry meters) {

    void judged(String outcome) {
        meters.counter("pavior.labeling.items", "outcome", outcome).increment();
    }

    void learned(EditOutcome outcome) {
        meters.counter(
                        "pavior.labeling.results",
                        "outcome",
                        outcome.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    void published(Topic topic) {
        meters.counter("pavior.labeling.published", "topic", topic.name()).increment();
    }
}
