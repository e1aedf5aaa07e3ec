package dev.pavior.intake.webhook;

import dev.pavior.intake.health.Commit;
import dev.pavior.intake.health.Ledger;
import dev.pavior.intake.health.Line;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.function.Consumer;

/** Counts what came in and how it ended; nothing may get lost between the two. */
public final class Balance {

    /** The source of a delivery that has not proven itself. */
    static final String NOBODY = "unknown";

    private static final String RECEIVED = "pavior.intake.received";
    private static final String ENDED = "pavior.intake.deliveries";

    private final MeterRegistry registry;
    private final Counter received;
    private final String instance;
    private final Ledger ledger;
    private final Commit commit;

    /**
     * The balance of one instance.
     *
     * @param instance its name among its replicas
     * @param ledger where deliveries are counted over all its runs
     * @param commit makes the ledger outlive the process
     */
    public Balance(MeterRegistry registry, String instance, Ledger ledger, Commit commit) {
        this.registry = registry;
        this.instance = instance;
        this.ledger = ledger;
        this.commit = commit;
        this.received =
                Counter.builder(RECEIVED).description("Deliveries received").register(registry);
    }

    /** Counts for this run alone. */
    Balance(MeterRegistry registry) {
        this(registry, "0", new Ledger(), kept -> kept.accept(true));
    }

    /**
     * The counters at one moment, over all runs of this instance.
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

    /** Counts a delivery, and numbers it. */
    long received() {
        received.increment();
        return ledger.received();
    }

    /** The name of a delivery that no other has, over all instances and their runs. */
    String name(long number) {
        return instance + "." + ledger.restarts() + "." + number;
    }

    void ended(String source, Outcome outcome) {
        ledger.ended(line(source, outcome));
    }

    void changed(String source, Outcome before, Outcome after) {
        ledger.changed(line(source, before), line(source, after));
    }

    /** Tells once whether all that was counted before is kept. */
    void keep(Consumer<Boolean> kept) {
        commit.commit(kept);
    }

    /** The sender is told how it ended. */
    void told(String source, Outcome outcome) {
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
        var sheet = ledger.sheet();
        return new Sheet(sheet.received(), sheet.bySource());
    }

    private static Line line(String source, Outcome outcome) {
        return new Line(source, outcome.word(), outcome.reason());
    }
}
