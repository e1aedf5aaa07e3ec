package dev.pavior.intake.doctor;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a hook was when it was last looked at.
 *
 * @param hook its id; null while it does not exist
 * @param missing the kinds of events that it should deliver and does not
 * @param failed how many of its recent deliveries failed
 */
record Seen(
        AlertStatus status,
        @Nullable Long hook,
        @Nullable Instant disabledUntil,
        Set<String> missing,
        long failed,
        Instant at) {

    Seen {
        missing = new TreeSet<>(missing);
    }

    static Seen without(AlertStatus status, Instant at) {
        return new Seen(status, null, null, Set.of(), 0, at);
    }

    /** Whether nothing but the time has changed. */
    boolean isLike(Seen other) {
        return equals(
                new Seen(other.status, other.hook, other.disabledUntil, other.missing, failed, at));
    }
}
