package dev.pavior.intake.topology;

import dev.pavior.chassis.kafka.EventHeaders;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.Observation;
import dev.pavior.contract.v1.WorkItem;
import dev.pavior.intake.domain.Assembly;
import dev.pavior.intake.state.ItemMemory;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;

/** Adds each sight to what is remembered of its item, and forwards what that changes. */
final class Assembling implements FixedKeyProcessor<String, Observation, WorkItem> {

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    private FixedKeyProcessorContext<String, WorkItem> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, ItemMemory> memories;

    @Override
    public void init(FixedKeyProcessorContext<String, WorkItem> context) {
        this.context = context;
        this.memories = context.getStateStore(AssemblerTopology.MEMORIES);
    }

    @Override
    public void process(FixedKeyRecord<String, Observation> record) {
        var stored = memories.get(record.key());
        var before = stored == null ? null : Memories.read(stored);
        var assembly = Assembly.of(before, Sights.of(record.value()));
        if (!assembly.memory().equals(before)) {
            memories.put(record.key(), Memories.write(assembly.memory()));
        }
        if (assembly instanceof Assembly.Revised revised) {
            forward(record, WorkItems.of(record.value(), revised));
        }
    }

    private void forward(FixedKeyRecord<String, Observation> record, WorkItem item) {
        var headers = new RecordHeaders(record.headers());
        EventHeaders.stamp(
                headers,
                Topics.WORK_ITEMS,
                item.getItem() + "#" + item.getRevision(),
                "//" + item.getItem(),
                item.getValidFrom());
        context.forward(record.withValue(item).withHeaders(headers));
    }
}
