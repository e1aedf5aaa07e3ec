package dev.pavior.intake.requests;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a request has come, as the results tell.
 *
 * @param status where it stands
 * @param referredTo whom it was referred to, where it is out of scope
 * @param reason why it stands there
 * @param createdItem key of the issue that was created
 * @param since since when it stands there; null where nothing is known yet
 */
record Progress(
        Status status,
        @Nullable String referredTo,
        @Nullable String reason,
        @Nullable String createdItem,
        @Nullable Instant since) {

    static final Progress NONE = new Progress(Status.RECEIVED, null, null, null, null);

    /** Where a request can stand. */
    enum Status {
        RECEIVED,
        ROUTED,
        CREATED,
        REDIRECTED,
        HELD,
        REFUSED,
        DRY_RUN;

        /** The word for it in answers. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private boolean isFinal() {
            return this == CREATED || this == REDIRECTED || this == REFUSED;
        }

        /** Whether asking again may bring it further. */
        boolean mayBeAskedAgain() {
            return this == HELD || this == DRY_RUN;
        }
    }

    /** How far it is with one more result: a final one stays, and routing comes before writing. */
    Progress with(Progress later) {
        if (status.isFinal() || (later.status == Status.ROUTED && status != Status.RECEIVED)) {
            return this;
        }
        var referral = Optional.ofNullable(later.referredTo).orElse(referredTo);
        var why = later.reason == null && referral != null ? reason : later.reason;
        var redirected = referral != null && later.status == Status.CREATED;
        return new Progress(
                redirected ? Status.REDIRECTED : later.status,
                referral,
                why,
                later.createdItem,
                later.since);
    }
}
