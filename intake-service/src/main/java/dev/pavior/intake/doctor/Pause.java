package dev.pavior.intake.doctor;

import java.time.Duration;
import java.time.Instant;

/**
 * How long nothing is repaired after it did not work.
 *
 * @param failures how often in a row
 */
record Pause(int failures, Instant until) {

    static final Pause NONE = new Pause(0, Instant.MIN);

    private static final Duration FIRST = Duration.ofMinutes(2);
    private static final Duration LONGEST = Duration.ofHours(1);

    /** Twice as long each time, up to a bound. */
    Pause again(Instant now) {
        var doubled = FIRST.multipliedBy(1L << Math.min(10, failures));
        var bounded = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return new Pause(failures + 1, now.plus(bounded));
    }
}
