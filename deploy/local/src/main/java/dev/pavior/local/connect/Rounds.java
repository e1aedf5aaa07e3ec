package dev.pavior.local.connect;

import dev.pavior.contract.Topics;
import dev.pavior.local.topics.Reach;
import dev.pavior.local.topics.Reader;
import dev.pavior.local.topics.ReadingProgress;
import dev.pavior.local.topics.Values;
import java.time.Instant;
import java.util.Optional;

/** When the intake last had read everything that had changed. */
record Rounds(Reach reach) {

    private static final String SOURCE = "source/";

    /** The end of the last round: only then the intake tells what it used of its budget. */
    Optional<Instant> last() {
        var values = new Values(reach);
        var last = new Instant[1];
        try (var reader = new Reader(reach, ReadingProgress.SILENT)) {
            reader.read(
                    reader.partitions(Topics.HEALTH.name()),
                    Optional.empty(),
                    record -> {
                        if (record.value() != null) {
                            values.decode(record.value())
                                    .map(Fields::new)
                                    .filter(part -> part.text("part").startsWith(SOURCE))
                                    .ifPresent(part -> last[0] = part.time("at"));
                        }
                    });
        }
        return Optional.ofNullable(last[0]);
    }
}
