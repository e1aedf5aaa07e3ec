package dev.pavior.intake.gitlab;

/**
 * Spaces requests so that in no sixty seconds there are more than allowed, yet a second's worth of
 * them may go at once.
 */
final class Pace {

    private static final long SECOND = 1_000_000_000L;
    // A second more than a minute, which is what the burst takes.
    private static final long SPAN = 61 * SECOND;

    private long spacing;
    private long tolerance;
    private long next;

    Pace(int perMinute) {
        allow(perMinute);
    }

    void allow(int perMinute) {
        spacing = SPAN / Math.max(1, perMinute);
        tolerance = Math.max(0, SECOND - spacing);
    }

    /** Takes the next turn; how many nanoseconds it is away. */
    long turn(long now) {
        var from = Math.max(next, now);
        next = from + spacing;
        return Math.max(0, from - tolerance - now);
    }
}
