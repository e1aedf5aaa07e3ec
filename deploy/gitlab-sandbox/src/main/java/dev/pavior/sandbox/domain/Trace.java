package dev.pavior.sandbox.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What GitLab remembers of one change to an item.
 *
 * @param action what was done; for a state, what it became
 * @param subject the label, milestone or iteration by id, or the new weight
 */
public record Trace(
        long id,
        Kind kind,
        ItemKey item,
        long by,
        Instant at,
        String action,
        @Nullable Long subject)
        implements Entity {

    /** The fields whose changes are remembered. */
    public enum Kind {
        LABEL,
        STATE,
        MILESTONE,
        WEIGHT,
        ITERATION
    }
}
