package dev.pavior.intake.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * How old a sight is: the newer one tells the truth.
 *
 * <p>Old instances count in whole seconds, and a label edit may leave GitLab's time as it was. Of
 * two equally old sights the one we saw later wins, because GitLab sent it later more often than
 * not; when we saw it is written in the sight itself, so that the order of processing does not
 * matter.
 *
 * @param at GitLab's time of the last change; our own where the sight does not say
 * @param seenAt our time of the sight
 */
public record Age(Instant at, Instant seenAt) implements Comparable<Age> {

    /** A clock may run ahead this far; beyond it one wrong date would hide every later change. */
    static final Duration TOLERATED_SKEW = Duration.ofMinutes(5);

    private static final Comparator<Age> ORDER =
            Comparator.comparing(Age::at).thenComparing(Age::seenAt);

    /** The age of a sight, with times from the future brought back to the tolerated skew. */
    public static Age of(@Nullable Instant validAt, Instant seenAt) {
        var latest = seenAt.plus(TOLERATED_SKEW);
        if (validAt == null) {
            return new Age(seenAt, seenAt);
        }
        return new Age(validAt.isAfter(latest) ? latest : validAt, seenAt);
    }

    @Override
    public int compareTo(Age other) {
        return ORDER.compare(this, other);
    }
}
