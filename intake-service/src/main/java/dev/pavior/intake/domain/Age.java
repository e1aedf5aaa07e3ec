package dev.pavior.intake.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * How old a sight is: the newer one tells the truth.
 *
 * <p>The hooks of old instances count in whole seconds, while their reads know the millisecond. A
 * whole second stands for the end of that second, so that no older read of the same second wins
 * over it. A label edit may leave GitLab's time as it was. Of two equally old sights the one we saw
 * later wins, because GitLab sent it later more often than not; when we saw it is written in the
 * sight itself, so that the order of processing does not matter.
 *
 * @param at GitLab's time of the last change; our own where the sight does not say
 * @param seenAt our time of the sight
 */
public record Age(Instant at, Instant seenAt) implements Comparable<Age> {

    /** A clock may run ahead this far; beyond it one wrong date would hide every later change. */
    static final Duration TOLERATED_SKEW = Duration.ofMinutes(5);

    /** After this long a read shows what came of all that happened in the second of the change. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    private static final Comparator<Age> ORDER =
            Comparator.comparing(Age::latest).thenComparing(Age::seenAt).thenComparing(Age::at);

    /** A time that was told to the millisecond, kept apart from one that was told in seconds. */
    public static Instant precise(Instant at) {
        return at.equals(at.truncatedTo(ChronoUnit.SECONDS)) ? at.plusMillis(1) : at;
    }

    /** The age of a sight, with times from the future brought back to the tolerated skew. */
    public static Age of(@Nullable Instant validAt, Instant seenAt) {
        var latest = seenAt.plus(TOLERATED_SKEW);
        if (validAt == null) {
            return new Age(seenAt, seenAt);
        }
        return new Age(validAt.isAfter(latest) ? latest : validAt, seenAt);
    }

    /** How old a read is: one that comes long after the change tells how that second ended. */
    public Age ofRead() {
        return seenAt.isBefore(at.plus(SETTLED)) ? this : new Age(endOfSecond(at), seenAt);
    }

    /** The latest time of which it may speak. */
    Instant latest() {
        return latestOf(at);
    }

    /** The latest time that a time of GitLab's may mean. */
    static Instant latestOf(Instant at) {
        return at.equals(at.truncatedTo(ChronoUnit.SECONDS)) ? endOfSecond(at) : at;
    }

    private static Instant endOfSecond(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).plusMillis(999);
    }

    @Override
    public int compareTo(Age other) {
        return ORDER.compare(this, other);
    }
}
