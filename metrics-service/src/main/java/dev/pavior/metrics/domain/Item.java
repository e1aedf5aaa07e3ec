package dev.pavior.metrics.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What the KPIs ask of one state of a work item.
 *
 * @param revision number of this state; the highest one is the present state
 * @param projectId the project that holds it; empty for an epic of a group
 * @param labels titles of its labels, as they stand on it
 * @param mergedAt when it was merged, by GitLab's clock
 * @param closedAt when it was closed, by GitLab's clock
 * @param gone whether it can no longer be seen
 * @param knownAt when we came to know this state, by our clock
 */
public record Item(
        long revision,
        Kind kind,
        State state,
        Optional<Long> projectId,
        Collection<String> labels,
        Optional<Instant> mergedAt,
        Optional<Instant> closedAt,
        boolean gone,
        Instant knownAt) {

    /** The sorts of item that KPIs tell apart. */
    public enum Kind {
        ISSUE,
        MERGE_REQUEST,
        OTHER
    }

    /** The states that KPIs tell apart. */
    public enum State {
        CLOSED,
        MERGED,
        OTHER
    }

    public Item {
        labels = List.copyOf(labels);
    }
}
