package dev.pavior.intake.topology;

import dev.pavior.chassis.kafka.EventHeaders;
import dev.pavior.contract.Topic;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.CatalogEntry;
import dev.pavior.contract.v1.ItemText;
import dev.pavior.contract.v1.ItemTitle;
import dev.pavior.contract.v1.Observation;
import dev.pavior.intake.domain.Assembly;
import dev.pavior.intake.domain.Assembly.Revised;
import dev.pavior.intake.domain.Memory;
import dev.pavior.intake.domain.Telling;
import dev.pavior.intake.domain.Telling.Turn;
import dev.pavior.intake.state.ItemMemory;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;

/** Adds each sight to what is remembered of its item, and forwards what that changes. */
final class Assembling implements FixedKeyProcessor<String, Observation, Output> {

    private final Revisions revisions;
    private final List<String> handles;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    private FixedKeyProcessorContext<String, Output> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, ItemMemory> memories;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, ValueAndTimestamp<CatalogEntry>> catalog;

    @SuppressWarnings("NullAway.Init")
    private Sights sights;

    Assembling(Revisions revisions, List<String> handles) {
        this.revisions = revisions;
        this.handles = handles;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, Output> context) {
        this.context = context;
        this.memories = context.getStateStore(AssemblerTopology.MEMORIES);
        this.catalog = context.getStateStore(AssemblerTopology.CATALOG);
        this.sights = new Sights(handles, new Closings(this::entry));
    }

    @Override
    public void process(FixedKeyRecord<String, Observation> record) {
        var stored = memories.get(record.key());
        var before = stored == null ? null : Memories.read(stored);
        var assembly = Assembly.of(before, sights.of(record.value()));
        if (!assembly.memory().equals(before)) {
            memories.put(record.key(), Memories.write(assembly.memory()));
        }
        if (assembly instanceof Revised revised) {
            revisions.count(record.value().getOrigin(), revised.revision());
            var item = WorkItems.of(record.value(), revised);
            forward(record, Topics.WORK_ITEMS, new Output.State(item), assembly.memory());
        }
        tell(record, assembly.telling(), assembly.memory());
    }

    private void tell(FixedKeyRecord<String, Observation> record, Telling telling, Memory memory) {
        if (telling.text() != Turn.KEEP) {
            var text = text(record.value(), telling);
            forward(record, Topics.TEXTS, new Output.Words(text), memory);
        }
        if (telling.title() != Turn.KEEP) {
            var title = title(record.value(), telling, memory);
            forward(record, Topics.TITLES, new Output.Name(title), memory);
        }
    }

    private static @Nullable ItemText text(Observation seen, Telling telling) {
        var told = telling.told().text();
        return telling.text() == Turn.WITHDRAW
                ? null
                : Texts.text(seen, Objects.requireNonNull(told));
    }

    private static @Nullable ItemTitle title(Observation seen, Telling telling, Memory memory) {
        return telling.title() == Turn.WITHDRAW ? null : Texts.title(seen, memory.revision());
    }

    private void forward(
            FixedKeyRecord<String, Observation> record, Topic topic, Output output, Memory memory) {
        var headers = new RecordHeaders(record.headers());
        EventHeaders.stamp(
                headers,
                topic,
                record.key() + "#" + memory.revision(),
                "//" + record.key(),
                memory.validFrom());
        context.forward(record.withValue(output).withHeaders(headers));
    }

    private @Nullable CatalogEntry entry(String key) {
        return ValueAndTimestamp.getValueOrNull(catalog.get(key));
    }
}
