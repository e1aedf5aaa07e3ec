package dev.pavior.metrics.topology;

import dev.pavior.contract.v1.WorkItem;
import dev.pavior.metrics.domain.Charter;
import dev.pavior.metrics.domain.Counted;
import dev.pavior.metrics.domain.Finish;
import dev.pavior.metrics.domain.Item;
import dev.pavior.metrics.domain.Restatement;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is counted for each item, and forwards to each cell what a newer state changes there.
 *
 * <p>What is taken away and what is added to the same cell leave as one delta, so that no number is
 * published that was never true.
 */
final class NewestPerItem extends ContextualProcessor<String, WorkItem, String, Delta> {

    static final String STORE = "counted-by-item";

    private final Charter charter;
    private final Consumer<Outcome> outcomes;
    private @Nullable KeyValueStore<String, Counted> store;

    NewestPerItem(Charter charter, Consumer<Outcome> outcomes) {
        this.charter = charter;
        this.outcomes = outcomes;
    }

    @Override
    public void init(ProcessorContext<String, Delta> context) {
        super.init(context);
        store = context.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, WorkItem> record) {
        var item = WorkItems.toItem(record.value());
        var counted = Objects.requireNonNullElse(store().get(record.key()), Counted.NOTHING);
        var restatement = counted.restate(item, charter);
        if (restatement instanceof Restatement.Restated restated) {
            store().put(record.key(), restated.counted());
            forward(record, item, restated);
        }
        outcomes.accept(Outcome.of(restatement, Finish.of(item, charter.team().zone())));
    }

    private void forward(
            Record<String, WorkItem> record, Item item, Restatement.Restated restated) {
        restated.deltas()
                .forEach(
                        (cell, amount) ->
                                context()
                                        .forward(
                                                record.withKey(cell.toString())
                                                        .withValue(
                                                                new Delta(
                                                                        amount,
                                                                        record.key(),
                                                                        item.knownAt()))));
    }

    private KeyValueStore<String, Counted> store() {
        return Objects.requireNonNull(store, "init comes first");
    }
}
