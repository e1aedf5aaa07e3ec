package dev.pavior.intake.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What is kept of title and description: facts, never the words.
 *
 * @param digest SHA-256 (hex) of title, newline, description
 * @param criteriaDone ticked checkboxes
 * @param criteriaTotal all checkboxes
 */
public record Text(String digest, int criteriaDone, int criteriaTotal) {

    /** Reads the facts from the words. */
    public static Text of(String title, String description) {
        var boxes = Checkboxes.in(description);
        return new Text(sha256(title + "\n" + description), boxes.done(), boxes.total());
    }

    private static String sha256(String words) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
