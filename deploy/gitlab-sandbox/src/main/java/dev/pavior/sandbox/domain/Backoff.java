package dev.pavior.sandbox.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How often a hook failed in a row, and until when it is switched off for that. */
public record Backoff(long id, int failures, @Nullable Instant until) implements Entity {

    private static final int TOLERATED = 3;
    private static final int TOO_MANY = 40;
    private static final int LONGEST = 1440;

    public static Backoff none(long hook) {
        return new Backoff(hook, 0, null);
    }

    /** One failure more; from the fourth on each pause is twice the last, up to a day's minutes. */
    public Backoff failed(Instant now, Duration minute) {
        int count = failures + 1;
        if (count <= TOLERATED || count >= TOO_MANY) {
            return new Backoff(id, count, null);
        }
        long pauses = Math.min(1L << Math.min(count - TOLERATED - 1, 20), LONGEST);
        return new Backoff(id, count, now.plus(minute.multipliedBy(pauses)));
    }

    /** GitLab's alert_status. */
    public String alert(Instant now) {
        if (failures >= TOO_MANY) {
            return "disabled";
        }
        return until != null && now.isBefore(until) ? "temporarily_disabled" : "executable";
    }

    public boolean executable(Instant now) {
        return alert(now).equals("executable");
    }
}
