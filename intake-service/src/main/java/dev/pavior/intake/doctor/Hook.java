package dev.pavior.intake.doctor;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A hook as GitLab shows it.
 *
 * @param url where it delivers to
 * @param disabledUntil until when GitLab has disabled it
 * @param events whether it delivers events of a kind; a kind that this GitLab does not know is not
 *     there
 * @param hasSecret whether it has a token or a signing token
 */
record Hook(
        long id,
        String url,
        AlertStatus status,
        @Nullable Instant disabledUntil,
        @Nullable Instant createdAt,
        Map<String, Boolean> events,
        boolean hasSecret) {

    Hook {
        events = Map.copyOf(events);
    }
}
