package dev.pavior.metrics.topology;

import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.Scorecard;
import dev.pavior.contract.v1.WorkItem;
import dev.pavior.metrics.domain.Cell;
import dev.pavior.metrics.domain.Charter;
import dev.pavior.metrics.domain.Counted;
import dev.pavior.metrics.domain.KpiDefinition;
import dev.pavior.metrics.domain.Kpis;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * Work items → what their newest states add → the sum in each cell → scorecards, which come back as
 * a table that every instance holds whole.
 */
public final class ScorecardTopology {

    /** The table of all scorecards, by cell. */
    public static final String SCORECARDS = "scorecards";

    private static final Serde<String> TEXT = Serdes.String();
    private static final Serde<Delta> DELTA = JsonSerde.of(Delta.class);

    // Some dozens of cells: one partition holds them, and keeps the changes of one item together.
    private static final int CELL_PARTITIONS = 1;

    private final Serde<WorkItem> workItems;
    private final Serde<Scorecard> scorecards;
    private final Charter charter;
    private final Consumer<Outcome> outcomes;
    private final Consumer<Scorecard> changes;

    /**
     * @param outcomes told what became of each state of an item
     * @param changes told of each scorecard that this instance learns of
     */
    public ScorecardTopology(
            Serde<WorkItem> workItems,
            Serde<Scorecard> scorecards,
            Charter charter,
            Consumer<Outcome> outcomes,
            Consumer<Scorecard> changes) {
        this.workItems = workItems;
        this.scorecards = scorecards;
        this.charter = charter;
        this.outcomes = outcomes;
        this.changes = changes;
    }

    /** Adds the whole topology. */
    public void build(StreamsBuilder builder) {
        sum(deltas(builder));
        serve(builder);
    }

    private KStream<String, Delta> deltas(StreamsBuilder builder) {
        builder.addStateStore(
                Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(NewestPerItem.STORE),
                                TEXT,
                                JsonSerde.of(Counted.class))
                        .withCachingEnabled());
        return builder.stream(
                        Topics.WORK_ITEMS.name(),
                        Consumed.with(TEXT, workItems).withName("work-items"))
                .process(
                        () -> new NewestPerItem(charter, outcomes),
                        Named.as("newest-per-item"),
                        NewestPerItem.STORE);
    }

    private void sum(KStream<String, Delta> deltas) {
        deltas.repartition(
                        Repartitioned.<String, Delta>as("deltas-by-cell")
                                .withKeySerde(TEXT)
                                .withValueSerde(DELTA)
                                .withNumberOfPartitions(CELL_PARTITIONS))
                .groupByKey(Grouped.with("cells", TEXT, DELTA))
                .aggregate(
                        () -> Tally.NONE,
                        (cell, delta, tally) -> tally.plus(delta),
                        Named.as("tally"),
                        Materialized.<String, Tally, KeyValueStore<Bytes, byte[]>>as(
                                        "tally-by-cell")
                                .withKeySerde(TEXT)
                                .withValueSerde(JsonSerde.of(Tally.class)))
                .toStream(Named.as("tallies"))
                .flatMap(ScorecardTopology::scorecard, Named.as("scorecard"))
                .processValues(Stamp::new, Named.as("event-headers"))
                .to(
                        Topics.SCORECARDS.name(),
                        Produced.with(TEXT, scorecards).withName("scorecards-out"));
    }

    private void serve(StreamsBuilder builder) {
        // In memory: it is small, and after a kill it needs no disk to be trusted again.
        builder.addGlobalStore(
                Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(SCORECARDS), TEXT, scorecards),
                Topics.SCORECARDS.name(),
                Consumed.with(TEXT, scorecards).withName("scorecards-in"),
                () -> new Scoreboard(changes));
    }

    /** A KPI that is no longer defined keeps its sums but publishes nothing. */
    private static List<KeyValue<String, Scorecard>> scorecard(String key, Tally tally) {
        var cell = Cell.parse(key);
        return Kpis.byId(cell.kpi()).stream()
                .map(kpi -> KeyValue.pair(key, scorecard(kpi, cell, tally)))
                .toList();
    }

    private static Scorecard scorecard(KpiDefinition kpi, Cell cell, Tally tally) {
        return Scorecard.newBuilder()
                .setKpi(kpi.id())
                .setDefinitionVersion(kpi.version())
                .setPeriod(cell.month().toString())
                .setSlice(cell.slice())
                .setNumerator(tally.amount().numerator())
                .setDenominator(kpi.unit().ratio() ? tally.amount().denominator() : null)
                .setChangedBy(tally.changedBy())
                .setKnownSince(tally.knownSince())
                .build();
    }
}
