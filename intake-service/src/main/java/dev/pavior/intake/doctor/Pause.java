package dev.pavior.intake.doctor;

import java.time.Duration;
import java.time.Instant;

/**
 * How long nothing is repaired after it did not work, or before it can show.
 *
 * @param failures how often in a row
 */
record Pause(int failures, Instant until) {

    static final Pause NONE = new Pause(0, Instant.MIN);

    private static final Duration FIRST = Duration.ofMinutes(2);
    private static final Duration CREATION_SHOWS = Duration.ofMinutes(10);
    private static final Duration TEST_SHOWS = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    /** What was done may take a while to show, and must not be done twice meanwhile. */
    static Pause after(Treatment treatment, Instant now) {
        return switch (treatment) {
            case Treatment.Create c -> new Pause(0, now.plus(CREATION_SHOWS));
            case Treatment.Test t -> new Pause(0, now.plus(TEST_SHOWS));
            case Treatment.Complete c -> NONE;
            case Treatment.Resend r -> NONE;
            case Treatment.ReadGap g -> NONE;
        };
    }

    /** Twice as long each time, up to a bound. */
    Pause again(Instant now) {
        var doubled = FIRST.multipliedBy(1L << Math.min(10, failures));
        var bounded = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return new Pause(failures + 1, now.plus(bounded));
    }
}
