package dev.pavior.intake.topology;

import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.CatalogEntry;
import dev.pavior.contract.v1.ItemText;
import dev.pavior.contract.v1.ItemTitle;
import dev.pavior.contract.v1.Observation;
import dev.pavior.contract.v1.WorkItem;
import dev.pavior.intake.state.ItemMemory;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Assembles the present state of each item from its observations. */
public final class AssemblerTopology {

    static final String MEMORIES = "memories";
    static final String CATALOG = "catalog";

    private static final Serde<String> KEY = Serdes.String();

    private final Formats formats;
    private final Revisions revisions;
    private final List<String> handles;

    /** How the records of each topic are read and written. */
    public record Formats(
            Serde<Observation> observations,
            Serde<CatalogEntry> catalog,
            Serde<WorkItem> workItems,
            Serde<ItemText> texts,
            Serde<ItemTitle> titles) {}

    /**
     * The topology.
     *
     * @param handles by which people call the team
     */
    public AssemblerTopology(Formats formats, Revisions revisions, List<String> handles) {
        this.formats = formats;
        this.revisions = revisions;
        this.handles = handles;
    }

    /** Adds the assembler's nodes. All topics have the same keys, so nothing is repartitioned. */
    public void build(StreamsBuilder builder) {
        var outputs =
                builder.addStateStore(memories()).stream(
                                Topics.OBSERVATIONS.name(),
                                Consumed.with(KEY, formats.observations()).withName("observations"))
                        .filter((item, seen) -> seen != null, Named.as("drop-empty"))
                        .processValues(
                                () -> new Assembling(revisions, handles),
                                Named.as("assemble"),
                                MEMORIES);
        writeStates(outputs);
        writeTexts(outputs);
        writeTitles(outputs);
        readCatalog(builder);
    }

    /** In memory: it is small, and after a kill it needs no disk to be trusted again. */
    private void readCatalog(StreamsBuilder builder) {
        builder.globalTable(
                Topics.CATALOG.name(),
                Consumed.with(KEY, formats.catalog()).withName("catalog-in"),
                Materialized.as(Stores.inMemoryKeyValueStore(CATALOG)));
    }

    private void writeStates(KStream<String, Output> outputs) {
        outputs.filter((item, output) -> output instanceof Output.State, Named.as("states"))
                .mapValues(output -> ((Output.State) output).item(), Named.as("state"))
                .to(
                        Topics.WORK_ITEMS.name(),
                        Produced.with(KEY, formats.workItems()).withName("work-items"));
    }

    private void writeTexts(KStream<String, Output> outputs) {
        outputs.filter((item, output) -> output instanceof Output.Words, Named.as("texts"))
                .mapValues(output -> ((Output.Words) output).text(), Named.as("text"))
                .to(Topics.TEXTS.name(), Produced.with(KEY, formats.texts()).withName("texts-out"));
    }

    private void writeTitles(KStream<String, Output> outputs) {
        outputs.filter((item, output) -> output instanceof Output.Name, Named.as("titles"))
                .mapValues(output -> ((Output.Name) output).title(), Named.as("title"))
                .to(
                        Topics.TITLES.name(),
                        Produced.with(KEY, formats.titles()).withName("titles-out"));
    }

    private static StoreBuilder<KeyValueStore<String, ItemMemory>> memories() {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(MEMORIES), KEY, new MemorySerde());
    }
}
