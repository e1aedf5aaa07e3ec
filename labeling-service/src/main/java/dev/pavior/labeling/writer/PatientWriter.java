package dev.pavior.labeling.writer;

import static java.util.stream.Collectors.partitioningBy;

import dev.pavior.contract.v1.Edit;
import dev.pavior.contract.v1.EditOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Leads edits of an item to one writer and new issues to the other, and gives up what fails again
 * and again while GitLab as such works.
 */
final class PatientWriter {

    private static final int TRIES = 10;

    private final ItemWriter writer;
    private final IssueWriter issues;
    private final Map<String, Integer> failures = new HashMap<>();

    PatientWriter(ItemWriter writer, IssueWriter issues) {
        this.writer = writer;
        this.issues = issues;
    }

    /**
     * Carries edits out, or gives them up for now.
     *
     * @param edits edits of one item, each id once
     * @param attempts what is known of creations
     * @throws GitLabUnavailable where it must be tried again later
     */
    List<ItemWriter.Result> write(String item, List<Edit> edits, Attempts attempts) {
        try {
            var results = writeAll(item, edits, attempts);
            failures.remove(item);
            return results;
        } catch (GitLabUnavailable e) {
            if (!isTheItemItself(item, e)) {
                throw e;
            }
            return ItemWriter.all(edits, EditOutcome.HELD, e.reason());
        }
    }

    private List<ItemWriter.Result> writeAll(String item, List<Edit> edits, Attempts attempts) {
        var byKind = edits.stream().collect(partitioningBy(edit -> edit.getNewIssue() != null));
        var results = new ArrayList<ItemWriter.Result>();
        for (var edit : byKind.getOrDefault(true, List.of())) {
            results.add(issues.write(edit, attempts));
        }
        var changes = byKind.getOrDefault(false, List.of());
        if (!changes.isEmpty()) {
            results.addAll(writer.write(item, changes));
        }
        return results;
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
