package dev.pavior.labeling.writer;

import dev.pavior.contract.v1.EditOutcome;
import dev.pavior.labeling.domain.Action;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** Counts every way in which an edit leaves the writer. */
record WriterTally(MeterRegistry meters) {

    void count(EditOutcome outcome, Action change) {
        var idle = change.add().isEmpty() && change.remove().isEmpty();
        count(
                outcome == EditOutcome.APPLIED && idle
                        ? "already_so"
                        : outcome.name().toLowerCase(Locale.ROOT));
    }

    void count(String outcome) {
        meters.counter("pavior.labeling.edits", "outcome", outcome).increment();
    }
}
