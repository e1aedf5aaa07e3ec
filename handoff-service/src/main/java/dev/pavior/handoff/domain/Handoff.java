package dev.pavior.handoff.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One handoff of finished work to the product team that will own it.
 *
 * @param item key of the item that is handed over, which also names the handoff
 * @param state where it stands
 * @param since since when, by GitLab's clock
 * @param groupLabels the group labels that name the owner
 * @param team the owning team; null where none is known for sure
 * @param reason why it stands there
 * @param confidential whether the item is confidential
 * @param revision revision of the item that it rests on
 * @param workflowRevision revision up to which its workflow had been taken in
 */
public record Handoff(
        String item,
        HandoffState state,
        Instant since,
        List<String> groupLabels,
        @Nullable String team,
        String reason,
        boolean confidential,
        long revision,
        long workflowRevision) {

    public Handoff {
        groupLabels = List.copyOf(groupLabels);
    }

    /** Whether this says the same as another, whatever revisions the two rest on. */
    boolean saysTheSameAs(Handoff other) {
        return equals(
                new Handoff(
                        other.item,
                        other.state,
                        since,
                        other.groupLabels,
                        other.team,
                        other.reason,
                        other.confidential,
                        revision,
                        workflowRevision));
    }

    /** Whether this already took in more than what is known of the item now. */
    boolean isAheadOf(Dossier dossier) {
        return revision > dossier.itemRevision() || workflowRevision > dossier.workflowRevision();
    }
}
