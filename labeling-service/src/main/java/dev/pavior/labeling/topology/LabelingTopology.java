package dev.pavior.labeling.topology;

import dev.pavior.contract.Topic;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.Decision;
import dev.pavior.contract.v1.Edit;
import dev.pavior.contract.v1.EditResult;
import dev.pavior.contract.v1.WorkItem;
import dev.pavior.contract.v1.Workflow;
import dev.pavior.labeling.domain.Judge;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.Stores;

/**
 * The one sub-topology of this service: work items and edit results in; decisions, edits and
 * workflows out.
 */
public final class LabelingTopology {

    static final String MEMORY = "item-memory";
    static final String HORIZON = "rebuild-horizon";

    private final Judge judge;
    private final RebuildHorizon horizon;
    private final Tally tally;

    public LabelingTopology(Judge judge, RebuildHorizon horizon, Tally tally) {
        this.judge = judge;
        this.horizon = horizon;
        this.tally = tally;
    }

    /** The serdes of the topics it reads and writes. */
    public record TopicSerdes(
            Serde<WorkItem> workItems,
            Serde<EditResult> editResults,
            Serde<Decision> decisions,
            Serde<Edit> edits,
            Serde<Workflow> workflows) {}

    /** Adds its nodes. */
    public void build(StreamsBuilder builder, TopicSerdes serdes) {
        addStores(builder);
        var items =
                builder.stream(
                        Topics.WORK_ITEMS.name(), consumed("work-items", serdes.workItems()));
        var results =
                builder.stream(
                        Topics.EDIT_RESULTS.name(), consumed("edit-results", serdes.editResults()));
        results.process(() -> new SettleEdits(tally), Named.as("settle-edits"), MEMORY);
        var outcomes =
                items.process(
                        () -> new JudgeItems(judge, horizon, tally),
                        Named.as("judge-items"),
                        MEMORY,
                        HORIZON);
        publish(outcomes, "decisions", Outcome::decisions, Topics.DECISIONS, serdes.decisions());
        publish(outcomes, "edits", Outcome::edits, Topics.EDITS, serdes.edits());
        publish(outcomes, "workflows", Outcome::workflows, Topics.WORKFLOWS, serdes.workflows());
    }

    private static void addStores(StreamsBuilder builder) {
        builder.addStateStore(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(MEMORY),
                        Serdes.String(),
                        MemorySerde.create()));
        builder.addStateStore(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(HORIZON), Serdes.String(), Serdes.Long()));
    }

    private static <T> Consumed<String, T> consumed(String name, Serde<T> serde) {
        return Consumed.with(Serdes.String(), serde).withName(name);
    }

    private <T extends org.apache.avro.specific.SpecificRecord> void publish(
            KStream<String, Outcome> outcomes,
            String name,
            Function<Outcome, List<T>> part,
            Topic topic,
            Serde<T> serde) {
        outcomes.flatMapValues(part::apply, Named.as("take-" + name))
                .processValues(() -> new StampHeaders<T>(topic, tally), Named.as("stamp-" + name))
                .to(topic.name(), Produced.with(Serdes.String(), serde).withName(name));
    }
}
