package dev.pavior.labeling.writer;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Not now: to be tried again later, in order. */
final class GitLabUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Duration retryAfter;
    private final boolean perhapsTheItem;

    private GitLabUnavailable(
            String reason,
            @Nullable Duration retryAfter,
            boolean perhapsTheItem,
            @Nullable Throwable cause) {
        super(reason, cause);
        this.retryAfter = retryAfter;
        this.perhapsTheItem = perhapsTheItem;
    }

    static GitLabUnavailable because(String reason, @Nullable Throwable cause) {
        return new GitLabUnavailable(reason, null, false, cause);
    }

    static GitLabUnavailable until(String reason, @Nullable Duration retryAfter) {
        return new GitLabUnavailable(reason, retryAfter, false, null);
    }

    /** A failure that may come from this item alone, so that others must not wait for ever. */
    static GitLabUnavailable perhapsForThisItem(String reason) {
        return new GitLabUnavailable(reason, null, true, null);
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    boolean isPerhapsTheItem() {
        return perhapsTheItem;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
