package dev.pavior.intake.webhook;

import dev.pavior.contract.ItemKey;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One GitLab that may send hooks. With a signing token it is in signature mode: then only a valid
 * signature counts, and the plain token no longer does.
 *
 * @param name name in records and metrics
 * @param host host of its items where a delivery does not name its instance
 * @param token secret token of its hooks
 * @param previousToken the one before, valid while secrets are rotated
 * @param signingToken signing token of its hooks, {@code whsec_...}
 * @param previousSigningToken the one before, valid while secrets are rotated
 */
public record Source(
        String name,
        String host,
        @DefaultValue("") String token,
        @DefaultValue("") String previousToken,
        @DefaultValue("") String signingToken,
        @DefaultValue("") String previousSigningToken) {

    public Source {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a source of hooks needs a name");
        }
        if (!ItemKey.isHost(host)) {
            throw new IllegalArgumentException("the source " + name + " needs a host");
        }
    }

    Verification verification() {
        if (token.isBlank() && signingToken.isBlank()) {
            throw new IllegalArgumentException(
                    "the source " + name + " needs a token or a signing token: anyone could post");
        }
        return signingToken.isBlank()
                ? new TokenVerification(token, previousToken)
                : new SignatureVerification(signingToken, previousSigningToken);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "Source[" + name + ", " + host + "]";
    }

    /** Which of a source's secrets a delivery was made with. */
    enum Slot {
        CURRENT,
        PREVIOUS;

        static @Nullable Slot of(boolean current, boolean previous) {
            if (current) {
                return CURRENT;
            }
            return previous ? PREVIOUS : null;
        }
    }
}
