package dev.pavior.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks the signature as Standard Webhooks says, over the bytes as they came: the scheme's own
 * Java library takes only text, and a body that is not valid UTF-8 does not survive becoming text.
 */
final class SignatureVerification implements Verification {

    /** A delivery may be this old, or this far ahead, and no more: others are replays. */
    static final Duration WINDOW = Duration.ofMinutes(5);

    private static final String PREFIX = "whsec_";
    private static final String VERSION = "v1,";

    private final byte[] current;
    private final byte @Nullable [] previous;

    SignatureVerification(String current, String previous) {
        this.current = key(current);
        this.previous = previous.isBlank() ? null : key(previous);
    }

    @Override
    public Source.@Nullable Slot check(Delivery delivery, Instant now) {
        if (!isPossible(delivery, now)) {
            return null;
        }
        var signed = (delivery.webhookId() + "." + delivery.timestamp() + ".").getBytes(UTF_8);
        boolean isCurrent = matches(current, signed, delivery);
        boolean isPrevious = previous != null && matches(previous, signed, delivery);
        return Source.Slot.of(isCurrent, isPrevious);
    }

    @Override
    public boolean isPossible(Delivery announced, Instant now) {
        var id = announced.webhookId();
        var timestamp = announced.timestamp();
        return announced.signature() != null
                && id != null
                && !id.contains(".")
                && timestamp != null
                && isTimely(timestamp, now);
    }

    private static boolean matches(byte[] key, byte[] signed, Delivery delivery) {
        var expected = Digests.hmacSha256(key, signed, delivery.body());
        return Stream.ofNullable(delivery.signature())
                .flatMap(signatures -> Stream.of(signatures.split(" ")))
                .filter(signature -> signature.startsWith(VERSION))
                .map(signature -> decode(signature.substring(VERSION.length())))
                .flatMap(Optional::stream)
                .anyMatch(given -> MessageDigest.isEqual(expected, given));
    }

    private static boolean isTimely(String timestamp, Instant now) {
        try {
            var sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
            return Duration.between(sent, now).abs().compareTo(WINDOW) <= 0;
        } catch (NumberFormatException | java.time.DateTimeException | ArithmeticException e) {
            return false;
        }
    }

    private static Optional<byte[]> decode(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] key(String token) {
        var base64 = token.startsWith(PREFIX) ? token.substring(PREFIX.length()) : token;
        return decode(base64)
                .filter(key -> key.length > 0)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "a signing token is whsec_ and a key in base64"));
    }
}
