package dev.pavior.sandbox.faults;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Counts the calls of each token in fixed periods, as GitLab does; off until a limit is set. */
public final class RateLimit {

    /** How one call stands to the limit. */
    record Standing(int limit, int observed, Instant reset) {

        boolean over() {
            return observed > limit;
        }

        int remaining() {
            return Math.max(0, limit - observed);
        }
    }

    /** The calls of one token in one period. */
    private record Used(long period, int calls) {}

    private final Clock clock;
    private final Map<String, Used> used = new HashMap<>();
    private int limit;
    private Duration period = Duration.ofMinutes(1);
    private long refused;
    private int most;

    public RateLimit(Clock clock) {
        this.clock = clock;
    }

    /** No limit is 0. */
    public synchronized void set(int calls, Duration each) {
        limit = calls;
        period = each;
        used.clear();
        refused = 0;
        most = 0;
    }

    synchronized boolean off() {
        return limit == 0;
    }

    synchronized Standing counted(String token) {
        long millis = period.toMillis();
        long number = clock.millis() / millis;
        var now =
                used.compute(
                        token,
                        (key, before) ->
                                before == null || before.period() != number
                                        ? new Used(number, 1)
                                        : new Used(number, before.calls() + 1));
        most = Math.max(most, now.calls());
        refused += now.calls() > limit ? 1 : 0;
        return new Standing(limit, now.calls(), Instant.ofEpochMilli((number + 1) * millis));
    }

    /** The limit, and how it was met. */
    public synchronized Map<String, Object> counts() {
        return Map.of(
                "limit",
                limit,
                "period_seconds",
                period.toMillis() / 1000.0,
                "refused",
                refused,
                "most_in_a_period",
                most);
    }
}
