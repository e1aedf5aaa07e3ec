package dev.pavior.labeling.writer;

import dev.pavior.contract.v1.Edit;
import dev.pavior.contract.v1.EditOutcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives an item up that fails again and again while GitLab as such works. */
final class PatientWriter {

    private static final int TRIES = 10;

    private final ItemWriter writer;
    private final Map<String, Integer> failures = new HashMap<>();

    PatientWriter(ItemWriter writer) {
        this.writer = writer;
    }

    /**
     * Carries edits out, or gives them up for now.
     *
     * @param edits edits of one item, each id once
     * @throws GitLabUnavailable where it must be tried again later
     */
    List<ItemWriter.Result> write(String item, List<Edit> edits) {
        try {
            var results = writer.write(item, edits);
            failures.remove(item);
            return results;
        } catch (GitLabUnavailable e) {
            if (!isTheItemItself(item, e)) {
                throw e;
            }
            return ItemWriter.all(edits, EditOutcome.HELD, e.reason());
        }
    }

    private boolean isTheItemItself(String item, GitLabUnavailable failure) {
        if (!failure.isPerhapsTheItem()) {
            failures.clear();
            return false;
        }
        if (failures.merge(item, 1, Integer::sum) <= TRIES) {
            return false;
        }
        failures.remove(item);
        return writer.isHostWell();
    }
}
