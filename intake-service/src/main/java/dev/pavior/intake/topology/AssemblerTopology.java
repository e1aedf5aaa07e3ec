package dev.pavior.intake.topology;

import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.Observation;
import dev.pavior.contract.v1.WorkItem;
import dev.pavior.intake.state.ItemMemory;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Assembles the present state of each item from its observations. */
public final class AssemblerTopology {

    static final String MEMORIES = "memories";

    private final Serde<Observation> observations;
    private final Serde<WorkItem> workItems;

    public AssemblerTopology(Serde<Observation> observations, Serde<WorkItem> workItems) {
        this.observations = observations;
        this.workItems = workItems;
    }

    /** Adds the assembler's nodes. Both topics have the same keys, so nothing is repartitioned. */
    public void build(StreamsBuilder builder) {
        builder.addStateStore(memories()).stream(
                        Topics.OBSERVATIONS.name(),
                        Consumed.with(Serdes.String(), observations).withName("observations"))
                .filter((item, seen) -> seen != null, Named.as("drop-empty"))
                .processValues(Assembling::new, Named.as("assemble"), MEMORIES)
                .to(
                        Topics.WORK_ITEMS.name(),
                        Produced.with(Serdes.String(), workItems).withName("work-items"));
    }

    private static StoreBuilder<KeyValueStore<String, ItemMemory>> memories() {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(MEMORIES), Serdes.String(), new MemorySerde());
    }
}
