package dev.pavior.intake.requests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Half a SHA-256 over parts, so that no two lists of parts are mistaken for each other. */
final class Hash {

    private static final int HALF = 16;

    private Hash() {}

    static String of(List<String> parts) {
        var sha = sha256();
        for (var part : parts) {
            var bytes = part.getBytes(UTF_8);
            sha.update((bytes.length + ":").getBytes(UTF_8));
            sha.update(bytes);
        }
        return HexFormat.of().formatHex(sha.digest(), 0, HALF);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
