package dev.pavior.labeling.writer;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Not now: to be tried again later, in order. */
final class GitLabUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Duration retryAfter;
    private final Kind kind;

    private enum Kind {
        AWAY,
        UNANSWERED,
        PERHAPS_THE_ITEM,
        ONE_EDIT
    }

    private GitLabUnavailable(
            Kind kind, String reason, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(reason, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    static GitLabUnavailable because(String reason, @Nullable Throwable cause) {
        return new GitLabUnavailable(Kind.AWAY, reason, null, cause);
    }

    static GitLabUnavailable until(String reason, @Nullable Duration retryAfter) {
        return new GitLabUnavailable(Kind.AWAY, reason, retryAfter, null);
    }

    /** What was asked may have been sent and may still be done. */
    static GitLabUnavailable unanswered(
            String reason, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        return new GitLabUnavailable(Kind.UNANSWERED, reason, retryAfter, cause);
    }

    /** This edit waits, whatever becomes of the others. */
    static GitLabUnavailable forThisEdit(String reason, Duration retryAfter) {
        return new GitLabUnavailable(Kind.ONE_EDIT, reason, retryAfter, null);
    }

    /** A failure that may come from this item alone, so that others must not wait for ever. */
    static GitLabUnavailable perhapsForThisItem(String reason) {
        return new GitLabUnavailable(Kind.PERHAPS_THE_ITEM, reason, null, null);
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    boolean isPerhapsTheItem() {
        return kind == Kind.PERHAPS_THE_ITEM;
    }

    boolean isUnanswered() {
        return kind == Kind.UNANSWERED;
    }

    boolean isForOneEdit() {
        return kind == Kind.ONE_EDIT;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
