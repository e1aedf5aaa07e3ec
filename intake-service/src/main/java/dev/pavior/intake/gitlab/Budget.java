package dev.pavior.intake.gitlab;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How much may be asked of one GitLab: a share of the limit it tells, else a configured number. */
public final class Budget {

    private static final Duration FIRST_REST = Duration.ofMinutes(1);
    private static final int FORBIDDEN_IN_A_ROW = 20;

    private final double share;
    private final Clock clock;
    private final Pace pace;
    private final long[] counts = new long[60];
    private final long[] seconds = new long[60];
    private @Nullable Integer limit;
    private Instant pausedUntil = Instant.MIN;
    private long throttled;
    private int forbidden;

    Budget(GitLabSource source, Clock clock) {
        this.share = source.share();
        this.clock = clock;
        this.pace = new Pace(source.requestsPerMinute());
    }

    /**
     * What is used of it.
     *
     * @param limitPerMinute what GitLab allows, where it says
     * @param usedPerMinute requests in the last minute
     * @param throttled how often GitLab said that it was too much
     * @param waitingUntil until when nothing is asked
     */
    public record Use(
            double share,
            @Nullable Integer limitPerMinute,
            int usedPerMinute,
            long throttled,
            @Nullable Instant waitingUntil) {}

    /** What is used of it now. */
    public synchronized Use use() {
        var now = clock.instant();
        var waiting = pausedUntil.isAfter(now) ? pausedUntil : null;
        return new Use(share, limit, used(now.getEpochSecond()), throttled, waiting);
    }

    /** Takes a turn; how long it is away. */
    synchronized Duration turn() {
        var now = clock.instant();
        var from = pausedUntil.isAfter(now) ? pausedUntil : now;
        var wait = Duration.between(now, from).plusNanos(pace.turn(nanos(from)));
        count(now.plus(wait).getEpochSecond());
        return wait;
    }

    /** How long nothing may be asked from now on. */
    synchronized Duration paused() {
        var left = Duration.between(clock.instant(), later(pausedUntil, clock.instant()));
        return left.isNegative() ? Duration.ZERO : left;
    }

    synchronized void pause(Duration wait) {
        pausedUntil = later(pausedUntil, clock.instant().plus(wait));
    }

    synchronized void throttle(Duration wait) {
        throttled++;
        pause(wait);
    }

    /** Takes in what GitLab says of its limit. The last twentieth is left to people. */
    synchronized void learn(Told told) {
        if (told.limit() == null) {
            return;
        }
        limit = told.limit();
        pace.allow((int) Math.floor(told.limit() * share));
        var remaining = told.remaining();
        if (remaining != null && told.reset() != null && remaining < told.limit() / 20) {
            var wait = Duration.between(clock.instant(), told.reset());
            pause(wait.compareTo(FIRST_REST) > 0 ? FIRST_REST : wait);
        }
    }

    /** Many refusals in a row are how GitLab blocks an address: then it is left alone a while. */
    synchronized void count(boolean wasForbidden) {
        forbidden = wasForbidden ? forbidden + 1 : 0;
        if (forbidden > 0 && forbidden % FORBIDDEN_IN_A_ROW == 0) {
            pause(FIRST_REST.multipliedBy(Math.min(10, forbidden / FORBIDDEN_IN_A_ROW)));
        }
    }

    /** What the headers of an answer tell of the limit, each null where they do not. */
    record Told(@Nullable Integer limit, @Nullable Integer remaining, @Nullable Instant reset) {}

    private void count(long second) {
        int slot = (int) Math.floorMod(second, 60L);
        if (seconds[slot] != second) {
            seconds[slot] = second;
            counts[slot] = 0;
        }
        counts[slot]++;
    }

    private int used(long now) {
        long sum = 0;
        for (int i = 0; i < 60; i++) {
            if (seconds[i] > now - 60 && seconds[i] <= now) {
                sum += counts[i];
            }
        }
        return (int) sum;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static long nanos(Instant time) {
        return time.getEpochSecond() * 1_000_000_000L + time.getNano();
    }
}
