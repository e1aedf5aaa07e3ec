package dev.pavior.handoff;

import dev.pavior.handoff.topology.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** Counts what became of each record; every outcome is there from the start. */
final class OutcomeCounters implements Consumer<Outcome> {

    private final Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);

    OutcomeCounters(MeterRegistry registry) {
        Arrays.stream(Outcome.values())
                .forEach(outcome -> counters.put(outcome, counter(outcome, registry)));
    }

    private static Counter counter(Outcome outcome, MeterRegistry registry) {
        return Counter.builder("pavior.handoff.records")
                .description("Records taken in, by what became of them")
                .tag("outcome", outcome.word())
                .register(registry);
    }

    @Override
    public void accept(Outcome outcome) {
        var counter = counters.get(outcome);
        if (counter != null) {
            counter.increment();
        }
    }
}
