package dev.pavior.labeling.topology;

import dev.pavior.contract.v1.WorkItem;
import dev.pavior.labeling.domain.Item;
import dev.pavior.labeling.domain.ItemMemory;
import dev.pavior.labeling.domain.Judge;
import dev.pavior.labeling.domain.Judgement.Gone;
import dev.pavior.labeling.domain.Judgement.Judged;
import dev.pavior.labeling.domain.Judgement.Stale;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Judges each revision against what is remembered of its item, silently during a rebuild. */
final class JudgeItems implements Processor<String, WorkItem, String, Outcome> {

    private static final String SILENT_BELOW = "silent-below";

    private final Judge judge;
    private final RebuildHorizon horizon;
    private final Outcomes outcomes;
    private final Tally tally;
    private ProcessorContext<String, Outcome> context;
    private KeyValueStore<String, ItemMemory> memories;
    private KeyValueStore<String, Long> horizons;
    private long silentBelow;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init() before anything else
    JudgeItems(Judge judge, RebuildHorizon horizon, Tally tally) {
        this.judge = judge;
        this.horizon = horizon;
        this.outcomes = new Outcomes(judge.policySet());
        this.tally = tally;
    }

    // The horizon is asked for here, where a failure restarts the thread and nothing is skipped,
    // and written with the first record, within its transaction.
    @Override
    public void init(ProcessorContext<String, Outcome> context) {
        this.context = context;
        memories = context.getStateStore(LabelingTopology.MEMORY);
        horizons = context.getStateStore(LabelingTopology.HORIZON);
        var known = horizons.get(SILENT_BELOW);
        silentBelow = known == null ? horizon.silentBelow(context.taskId().partition()) : known;
    }

    @Override
    public void process(Record<String, WorkItem> record) {
        horizons.putIfAbsent(SILENT_BELOW, silentBelow);
        var item = Items.of(record.value());
        var memory = Optional.ofNullable(memories.get(item.key())).orElseGet(ItemMemory::empty);
        switch (judge.judge(memory, item)) {
            case Stale() -> tally.judged("stale");
            case Gone(var after) -> {
                memories.put(item.key(), after);
                tally.judged("gone");
            }
            case Judged judged -> take(record, item, judged);
        }
    }

    private void take(Record<String, WorkItem> record, Item item, Judged judged) {
        memories.put(item.key(), judged.after());
        if (isSilent()) {
            tally.judged("silent");
            return;
        }
        tally.judged("judged");
        context.forward(record.withValue(outcomes.of(item, judged)));
    }

    private boolean isSilent() {
        return context.recordMetadata().map(at -> at.offset() < silentBelow).orElse(false);
    }
}
