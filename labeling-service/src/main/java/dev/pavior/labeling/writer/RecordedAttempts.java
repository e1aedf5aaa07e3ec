package dev.pavior.labeling.writer;

import dev.pavior.contract.v1.Edit;
import dev.pavior.contract.v1.EditOutcome;
import dev.pavior.contract.v1.EditResult;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Attempts that are taken down among the results, where the next owner of the partition finds them.
 *
 * @param causes the records that the edits came in, by the id of the edit
 */
record RecordedAttempts(
        Map<String, ConsumerRecord<String, Edit>> causes, SettledEdits settled, Results results)
        implements Attempts {

    static final String BEGUN = "is being created";

    /** Whether a result only says that a creation was begun. */
    static boolean isBegun(EditResult result) {
        return result.getOutcome() == EditOutcome.ROUTED && BEGUN.equals(result.getReason());
    }

    @Override
    public Optional<Instant> begun(Edit edit) {
        return settled.begun(cause(edit).partition(), edit.getId());
    }

    @Override
    public void begin(Edit edit) {
        results.publish(ItemWriter.Result.of(edit, EditOutcome.ROUTED, BEGUN), cause(edit));
        settled.begin(cause(edit).partition(), edit.getId());
    }

    @Override
    public void cameToNothing(Edit edit) {
        settled.cameToNothing(cause(edit).partition(), edit.getId());
    }

    private ConsumerRecord<String, Edit> cause(Edit edit) {
        return Objects.requireNonNull(causes.get(edit.getId()));
    }
}
