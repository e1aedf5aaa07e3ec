package dev.pavior.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Compares the plain token; hashes of both sides, so that neither content nor length shows in time.
 */
final class TokenVerification implements Verification {

    private final byte[] current;
    private final byte @Nullable [] previous;

    TokenVerification(String current, String previous) {
        this.current = hash(current);
        this.previous = previous.isBlank() ? null : hash(previous);
    }

    /** A delivery with a signature must prove itself by it; its token is not looked at. */
    @Override
    public Source.@Nullable Slot check(Delivery delivery, Instant now) {
        if (delivery.signature() != null || delivery.token() == null) {
            return null;
        }
        var given = hash(delivery.token());
        boolean isCurrent = MessageDigest.isEqual(current, given);
        boolean isPrevious = previous != null && MessageDigest.isEqual(previous, given);
        return Source.Slot.of(isCurrent, isPrevious);
    }

    /** A token proves itself without the body. */
    @Override
    public boolean isPossible(Delivery announced, Instant now) {
        return check(announced, now) != null;
    }

    private static byte[] hash(String secret) {
        return Digests.sha256(secret.getBytes(UTF_8));
    }
}
