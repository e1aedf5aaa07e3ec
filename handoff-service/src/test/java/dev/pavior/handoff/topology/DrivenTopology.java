package dev.pavior.handoff.topology;

import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.Handoff;
import dev.pavior.contract.v1.WorkItem;
import dev.pavior.contract.v1.Workflow;
import dev.pavior.handoff.domain.Charter;
import dev.pavior.handoff.domain.Dossier;
import dev.pavior.handoff.domain.HandoverRule;
import dev.pavior.handoff.domain.Ownership;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

/** The topology with a driver, its state in a folder of its own. */
final class DrivenTopology implements AutoCloseable {

    private static final Serde<WorkItem> ITEMS =
            PlainAvroSerde.of(WorkItem.getEncoder(), WorkItem.getDecoder());
    private static final Serde<Workflow> WORKFLOWS =
            PlainAvroSerde.of(Workflow.getEncoder(), Workflow.getDecoder());
    private static final Serde<Handoff> HANDOFFS =
            PlainAvroSerde.of(Handoff.getEncoder(), Handoff.getDecoder());

    private final List<Outcome> outcomes = new ArrayList<>();
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, WorkItem> items;
    private final TestInputTopic<String, Workflow> workflows;
    private final TestInputTopic<String, Handoff> past;
    private final TestOutputTopic<String, Handoff> handoffs;

    DrivenTopology(Path state) {
        this(state, Charter.OWNERSHIP);
    }

    DrivenTopology(Path state, Ownership ownership) {
        var text = new StringSerializer();
        driver = new TopologyTestDriver(topology(ownership, outcomes), config(state));
        items = driver.createInputTopic(Topics.WORK_ITEMS.name(), text, ITEMS.serializer());
        workflows = driver.createInputTopic(Topics.WORKFLOWS.name(), text, WORKFLOWS.serializer());
        past = driver.createInputTopic(Topics.HANDOFFS.name(), text, HANDOFFS.serializer());
        handoffs =
                driver.createOutputTopic(
                        Topics.HANDOFFS.name(), new StringDeserializer(), HANDOFFS.deserializer());
    }

    static Topology topology(Ownership ownership, List<Outcome> outcomes) {
        var builder = new StreamsBuilder();
        new HandoffTopology(
                        ITEMS,
                        WORKFLOWS,
                        HANDOFFS,
                        new HandoverRule(Charter.TAXONOMY, ownership),
                        outcomes::add)
                .build(builder);
        return builder.build();
    }

    private static Properties config(Path state) {
        var config = new Properties();
        config.putAll(
                Map.of(
                        StreamsConfig.APPLICATION_ID_CONFIG,
                        "pavior.handoff",
                        StreamsConfig.STATE_DIR_CONFIG,
                        state.toString(),
                        StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG,
                        Serdes.StringSerde.class));
        return config;
    }

    void pipe(Object record) {
        switch (record) {
            case WorkItem item -> items.pipeInput(item.getItem(), item);
            case Workflow workflow -> workflows.pipeInput(workflow.getItem(), workflow);
            default -> throw new IllegalArgumentException(String.valueOf(record));
        }
    }

    void pipe(TestRecord<String, WorkItem> record) {
        items.pipeInput(record);
    }

    void pipeTombstone(String key) {
        workflows.pipeInput(key, (Workflow) null);
    }

    /** What had been published before all state was lost. */
    void remember(Map<String, Handoff> published) {
        published.forEach(past::pipeInput);
    }

    Map<String, Dossier> dossiers() {
        var kept = new HashMap<String, Dossier>();
        try (var all = store().all()) {
            all.forEachRemaining(entry -> kept.put(entry.key, entry.value));
        }
        return kept;
    }

    /** The state of an earlier run. */
    void restore(Map<String, Dossier> dossiers) {
        dossiers.forEach(store()::put);
    }

    private KeyValueStore<String, Dossier> store() {
        return driver.getKeyValueStore(HandoffTopology.DOSSIERS);
    }

    void startReview() {
        driver.advanceWallClockTime(Duration.ofMillis(10));
    }

    List<Handoff> published() {
        return handoffs.readValuesToList();
    }

    List<TestRecord<String, Handoff>> publishedRecords() {
        return handoffs.readRecordsToList();
    }

    Map<String, Handoff> publishedByKey() {
        return handoffs.readKeyValuesToMap();
    }

    ReadOnlyKeyValueStore<String, Handoff> table() {
        return driver.getKeyValueStore(HandoffTopology.PUBLISHED);
    }

    List<Outcome> outcomes() {
        return outcomes;
    }

    @Override
    public void close() {
        driver.close();
    }
}
