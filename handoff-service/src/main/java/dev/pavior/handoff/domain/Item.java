package dev.pavior.handoff.domain;

import java.time.Instant;
import java.util.List;

/**
 * What a handoff needs to know of a work item.
 *
 * @param key the item key
 * @param revision number of this state of the item
 * @param validFrom since when it is so, by GitLab's clock
 * @param issue whether it is an issue; merge requests are not handed over on their own
 * @param closed whether it is closed
 * @param gone whether it can no longer be seen
 * @param confidential whether only members may see it
 * @param labels the labels on it
 */
public record Item(
        String key,
        long revision,
        Instant validFrom,
        boolean issue,
        boolean closed,
        boolean gone,
        boolean confidential,
        List<String> labels) {

    public Item {
        labels = List.copyOf(labels);
    }
}
