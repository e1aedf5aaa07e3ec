package dev.pavior.local.connect;

import dev.pavior.contract.Topic;
import dev.pavior.contract.Topics;
import dev.pavior.local.connect.findings.Findings;
import dev.pavior.local.topics.Reach;
import dev.pavior.local.topics.Reader;
import dev.pavior.local.topics.ReadingProgress;
import dev.pavior.local.topics.Values;
import java.util.Optional;
import java.util.function.Consumer;

/** Gathers from the topics what was found up to now. */
final class Harvest {

    private final Reach reach;
    private final Values values;

    Harvest(Reach reach) {
        this.reach = reach;
        this.values = new Values(reach);
    }

    Findings gather() {
        var items = new NewestItems();
        var catalogue = new Catalogue();
        var dryRuns = new DryRuns();
        try (var reader = new Reader(reach, ReadingProgress.SILENT)) {
            each(reader, Topics.WORK_ITEMS, items::take);
            each(reader, Topics.CATALOG, catalogue::take);
            each(reader, Topics.DECISIONS, dryRuns::takeDecision);
            each(reader, Topics.EDIT_RESULTS, dryRuns::takeResult);
        }
        return new Findings(
                items.existing(), catalogue.places(), catalogue.milestones(), dryRuns.wishes());
    }

    private void each(Reader reader, Topic topic, Consumer<Fields> taker) {
        reader.read(
                reader.partitions(topic.name()),
                Optional.empty(),
                record -> {
                    if (record.value() != null) {
                        values.decode(record.value()).map(Fields::new).ifPresent(taker);
                    }
                });
    }
}
