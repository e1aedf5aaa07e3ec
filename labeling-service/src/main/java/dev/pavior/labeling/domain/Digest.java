package dev.pavior.labeling.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over parts, so that no two lists of parts are mistaken for each other. */
public final class Digest {

    private Digest() {}

    /** The digest of these parts in hex. */
    public static String of(List<String> parts) {
        var sha = sha256();
        for (var part : parts) {
            var bytes = part.getBytes(UTF_8);
            sha.update((bytes.length + ":").getBytes(UTF_8));
            sha.update(bytes);
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
