package dev.pavior.labeling.topology;

import dev.pavior.contract.v1.EditOutcome;
import dev.pavior.contract.v1.EditResult;
import dev.pavior.labeling.domain.ItemMemory;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Remembers which edits have a final result, so that they are not asked for again. */
final class SettleEdits implements Processor<String, EditResult, Void, Void> {

    private final Tally tally;
    private KeyValueStore<String, ItemMemory> memories;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init() before anything else
    SettleEdits(Tally tally) {
        this.tally = tally;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        memories = context.getStateStore(LabelingTopology.MEMORY);
    }

    @Override
    public void process(Record<String, EditResult> record) {
        var result = record.value();
        // What answers a request is keyed by the request: there is no item to remember it of.
        if (result.getRequestId() == null && isFinal(result.getOutcome())) {
            var memory =
                    Optional.ofNullable(memories.get(result.getItem()))
                            .orElseGet(ItemMemory::empty);
            memories.put(result.getItem(), memory.settle(result.getId()));
        }
        tally.learned(result.getOutcome());
    }

    private static boolean isFinal(EditOutcome outcome) {
        return outcome == EditOutcome.APPLIED || outcome == EditOutcome.REFUSED;
    }
}
