package dev.pavior.intake.expiry;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pavior.contract.v1.RequestKind;
import dev.pavior.contract.v1.WorkRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;

/**
 * That an access token will expire.
 *
 * @param host host of the GitLab that knows it
 * @param id GitLab's id of it
 * @param name what its owner calls it
 * @param holder who or what it belongs to
 */
public record TokenExpiry(String host, long id, String name, String holder, LocalDate expiry) {

    private static final int NAME_LIMIT = 100;

    /** The request to replace it; however often it is said, it is the same. */
    public WorkRequest request(Instant now) {
        return WorkRequest.newBuilder()
                .setId(identity())
                .setKind(RequestKind.AUTOMATION)
                .setSubmittedAt(now)
                .setRequesterId(0)
                .setRequester("GitLab")
                .setTitle(
                        "Rotate the access token %s of %s by %s"
                                .formatted(shortened(name), shortened(holder), expiry))
                .setFields(
                        Map.of(
                                "task",
                                "token rotation",
                                "token",
                                name,
                                "expires_at",
                                expiry.toString(),
                                "container",
                                holder))
                .setConfidential(true)
                .setEmergency(false)
                .build();
    }

    private String identity() {
        var words = host + "\n" + id + "\n" + expiry;
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(words.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String shortened(String text) {
        return text.length() <= NAME_LIMIT ? text : text.substring(0, NAME_LIMIT) + "…";
    }
}
