package dev.pavior.intake.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Lets so much happen in a minute and no more. */
final class Turns {

    // A second more, for GitLab's clock is not ours.
    private static final Duration MINUTE = Duration.ofSeconds(61);

    private final int perMinute;
    private final Deque<Instant> taken = new ArrayDeque<>();

    Turns(int perMinute) {
        this.perMinute = perMinute;
    }

    /** Takes a turn; false where there is none left. */
    boolean take(Instant now) {
        while (!taken.isEmpty() && !taken.getFirst().isAfter(now.minus(MINUTE))) {
            taken.removeFirst();
        }
        if (taken.size() >= perMinute) {
            return false;
        }
        taken.addLast(now);
        return true;
    }
}
