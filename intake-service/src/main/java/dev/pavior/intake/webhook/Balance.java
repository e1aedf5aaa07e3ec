package dev.pavior.intake.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.TreeMap;

/** Counts what came in and how it ended; nothing may get lost between the two. */
public final class Balance {

    /** The source of a delivery that has not proven itself. */
    static final String NOBODY = "unknown";

    private static final String RECEIVED = "pavior.intake.received";
    private static final String ENDED = "pavior.intake.deliveries";

    private final MeterRegistry registry;
    private final Counter received;

    public Balance(MeterRegistry registry) {
        this.registry = registry;
        this.received =
                Counter.builder(RECEIVED).description("Deliveries received").register(registry);
    }

    /**
     * The counters at one moment.
     *
     * @param received all deliveries
     * @param sources by source, then by outcome
     */
    public record Sheet(long received, Map<String, Map<String, Long>> sources) {

        /** All that ended. */
        long ended() {
            return sources.values().stream()
                    .flatMap(outcomes -> outcomes.values().stream())
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    void received() {
        received.increment();
    }

    void ended(String source, Outcome outcome) {
        registry.counter(
                        ENDED,
                        "source",
                        source,
                        "outcome",
                        outcome.word(),
                        "reason",
                        outcome.reason())
                .increment();
    }

    /** A secret was used; the old one may go when it no longer is. */
    void proven(Sources.Proven proven) {
        var slot = proven.slot() == Source.Slot.CURRENT ? "current" : "previous";
        registry.counter(
                        "pavior.intake.secrets.used",
                        "source",
                        proven.source().name(),
                        "slot",
                        slot)
                .increment();
    }

    /** A field was there but not of a type we can read. */
    void misread(String field) {
        registry.counter("pavior.intake.fields.misread", "field", field).increment();
    }

    /** The counters now. */
    public Sheet sheet() {
        var sources = new TreeMap<String, Map<String, Long>>();
        registry.find(ENDED)
                .counters()
                .forEach(
                        counter ->
                                sources.computeIfAbsent(
                                                tag(counter, "source"), s -> new TreeMap<>())
                                        .merge(tag(counter, "outcome"), count(counter), Long::sum));
        return new Sheet(count(received), sources);
    }

    private static String tag(Counter counter, String name) {
        return String.valueOf(counter.getId().getTag(name));
    }

    private static long count(Counter counter) {
        return (long) counter.count();
    }
}
