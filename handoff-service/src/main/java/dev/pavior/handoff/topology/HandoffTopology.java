package dev.pavior.handoff.topology;

import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.Handoff;
import dev.pavior.contract.v1.WorkItem;
import dev.pavior.contract.v1.Workflow;
import dev.pavior.handoff.domain.HandoverRule;
import dev.pavior.handoff.domain.News;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.Stores;

/**
 * Work items and workflows, joined by item → handoffs, which come back as a table that every
 * instance holds whole.
 */
public final class HandoffTopology {

    /** The table of all published handoffs, by item. */
    public static final String PUBLISHED = "published-handoffs";

    static final String DOSSIERS = "dossiers";

    private static final Serde<String> TEXT = Serdes.String();

    private final Serde<WorkItem> workItems;
    private final Serde<Workflow> workflows;
    private final Serde<Handoff> handoffs;
    private final HandoverRule rule;
    private final Consumer<Outcome> outcomes;

    /**
     * @param outcomes told what became of each record
     */
    public HandoffTopology(
            Serde<WorkItem> workItems,
            Serde<Workflow> workflows,
            Serde<Handoff> handoffs,
            HandoverRule rule,
            Consumer<Outcome> outcomes) {
        this.workItems = workItems;
        this.workflows = workflows;
        this.handoffs = handoffs;
        this.rule = rule;
        this.outcomes = outcomes;
    }

    /** Adds the whole topology. */
    public void build(StreamsBuilder builder) {
        serve(builder);
        // Not a join of tables: one would publish each time either side changes, and forget what
        // had been published when its own state is lost.
        builder.addStateStore(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(DOSSIERS), TEXT, DossierSerde.create()));
        items(builder)
                .merge(workflows(builder), Named.as("news"))
                .process(() -> new HandingOver(rule, outcomes), Named.as("handing-over"), DOSSIERS)
                .to(Topics.HANDOFFS.name(), Produced.with(TEXT, handoffs).withName("handoffs-out"));
    }

    private KStream<String, News> items(StreamsBuilder builder) {
        return builder.stream(
                        Topics.WORK_ITEMS.name(),
                        Consumed.with(TEXT, workItems).withName("work-items"))
                .mapValues(item -> Records.news(item), Named.as("news-of-item"));
    }

    private KStream<String, News> workflows(StreamsBuilder builder) {
        return builder.stream(
                        Topics.WORKFLOWS.name(),
                        Consumed.with(TEXT, workflows).withName("workflows"))
                .mapValues(workflow -> Records.news(workflow), Named.as("news-of-workflow"));
    }

    private void serve(StreamsBuilder builder) {
        // In memory: it is small, and after a kill it needs no disk to be trusted again.
        builder.globalTable(
                Topics.HANDOFFS.name(),
                Consumed.with(TEXT, handoffs).withName("handoffs-in"),
                Materialized.as(Stores.inMemoryKeyValueStore(PUBLISHED)));
    }
}
