package dev.pavior.sandbox.rest;

import dev.pavior.sandbox.domain.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Lets a few calls a minute through, as GitLab does where a call is dear. */
final class Throttle {

    private static final int CALLS = 5;
    private static final Duration EACH = Duration.ofMinutes(1);

    private final Map<String, Deque<Instant>> calls = new HashMap<>();

    void pass(String what, Instant now) {
        var latest = calls.computeIfAbsent(what, key -> new ArrayDeque<>());
        latest.removeIf(at -> at.isBefore(now.minus(EACH)));
        if (latest.size() == CALLS) {
            throw Refusal.message(
                    429,
                    Map.of(
                            "error",
                            "This endpoint has been requested too many times. Try again later."));
        }
        latest.addLast(now);
    }
}
