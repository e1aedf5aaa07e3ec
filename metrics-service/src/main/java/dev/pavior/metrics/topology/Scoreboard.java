package dev.pavior.metrics.topology;

import dev.pavior.contract.v1.Scorecard;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Keeps the table of scorecards, and tells of each change as it lands. */
final class Scoreboard implements Processor<String, Scorecard, Void, Void> {

    private final Consumer<Scorecard> changes;
    private @Nullable KeyValueStore<String, Scorecard> store;

    Scoreboard(Consumer<Scorecard> changes) {
        this.changes = changes;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        store = context.getStateStore(ScorecardTopology.SCORECARDS);
    }

    @Override
    public void process(Record<String, Scorecard> record) {
        Objects.requireNonNull(store, "init comes first").put(record.key(), record.value());
        if (record.value() != null) {
            changes.accept(record.value());
        }
    }
}
