package dev.pavior.labeling.writer;

import java.time.Duration;

/** How long to wait before the next try: longer each time, up to a bound. */
final class Patience {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration LONGEST_ASKED_FOR = Duration.ofMinutes(5);

    private int failures;

    void succeeded() {
        failures = 0;
    }

    Duration failed(GitLabUnavailable failure) {
        var own = FIRST.multipliedBy(1L << Math.min(failures, 10));
        failures++;
        return failure.retryAfter()
                .map(asked -> shorter(asked, LONGEST_ASKED_FOR))
                .orElse(shorter(own, LONGEST));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
