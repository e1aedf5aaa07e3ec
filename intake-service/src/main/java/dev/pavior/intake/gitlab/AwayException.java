package dev.pavior.intake.gitlab;

import java.time.Duration;

/** Says that GitLab does not answer now, so that what was begun has to wait. */
public final class AwayException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Duration retryAfter;

    public AwayException(String reason, Duration retryAfter) {
        super(reason);
        this.retryAfter = retryAfter;
    }

    /** How long to wait. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
