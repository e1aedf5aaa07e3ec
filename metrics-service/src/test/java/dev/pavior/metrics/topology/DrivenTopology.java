package dev.pavior.metrics.topology;

import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.Scorecard;
import dev.pavior.contract.v1.WorkItem;
import dev.pavior.metrics.domain.Amount;
import dev.pavior.metrics.domain.Items;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;

/** The topology in the driver: work items in, scorecards out. */
final class DrivenTopology implements AutoCloseable {

    final List<Outcome> outcomes = new ArrayList<>();
    final List<Scorecard> changes = new ArrayList<>();
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, WorkItem> workItems;
    private final TestOutputTopic<String, Scorecard> scorecards;

    DrivenTopology() {
        var items = PlainAvroSerde.of(WorkItem.getEncoder(), WorkItem.getDecoder());
        var cards = PlainAvroSerde.of(Scorecard.getEncoder(), Scorecard.getDecoder());
        driver =
                new TopologyTestDriver(
                        topology(outcomes, changes), new Properties(), Instant.EPOCH);
        workItems =
                driver.createInputTopic(
                        Topics.WORK_ITEMS.name(), new StringSerializer(), items.serializer());
        scorecards =
                driver.createOutputTopic(
                        Topics.SCORECARDS.name(), new StringDeserializer(), cards.deserializer());
    }

    static Topology topology(List<Outcome> outcomes, List<Scorecard> changes) {
        var builder = new StreamsBuilder();
        new ScorecardTopology(
                        PlainAvroSerde.of(WorkItem.getEncoder(), WorkItem.getDecoder()),
                        PlainAvroSerde.of(Scorecard.getEncoder(), Scorecard.getDecoder()),
                        Items.CHARTER,
                        outcomes::add,
                        changes::add)
                .build(builder);
        return builder.build();
    }

    void see(WorkItem... items) {
        see(List.of(items));
    }

    void see(Iterable<WorkItem> items) {
        items.forEach(item -> workItems.pipeInput(item.getItem(), item));
    }

    /** Every scorecard published since the last call. */
    List<Scorecard> published() {
        return scorecards.readValuesToList();
    }

    /** The newest number in each cell. */
    Map<String, Amount> numbers() {
        return Numbers.shown(scorecards.readKeyValuesToMap().values());
    }

    /** The scorecard in the table. */
    Scorecard inTable(String key) {
        return driver.<String, Scorecard>getKeyValueStore(ScorecardTopology.SCORECARDS).get(key);
    }

    @Override
    public void close() {
        driver.close();
    }
}
