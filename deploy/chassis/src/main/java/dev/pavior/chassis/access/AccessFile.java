package dev.pavior.chassis.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pavior.taxonomy.file.StrictYaml;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tokens that are let in, known by their hashes only. */
public final class AccessFile {

    /** One line of {@code access.yaml}. */
    record Entry(String tokenSha256, long userId, String name, String role) {

        Access access() {
            return new Access(userId, name, Role.valueOf(role.toUpperCase(Locale.ROOT)));
        }
    }

    private final Map<String, Access> byHash;

    private AccessFile(Map<String, Access> byHash) {
        this.byHash = byHash;
    }

    /**
     * Reads the file.
     *
     * @throws IllegalArgumentException naming the place that is wrong
     */
    public static AccessFile read(Path file) {
        var entries = StrictYaml.read(file, Entry[].class);
        try {
            return new AccessFile(
                    Stream.of(entries)
                            .collect(
                                    Collectors.toUnmodifiableMap(
                                            entry -> entry.tokenSha256().toLowerCase(Locale.ROOT),
                                            Entry::access)));
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    /** Lets nobody in. */
    public static AccessFile none() {
        return new AccessFile(Map.of());
    }

    /** Who bears this token. The look-up is by hash, so its time tells nothing of the token. */
    public Optional<Access> bearer(String token) {
        return Optional.ofNullable(byHash.get(sha256(token)));
    }

    private static String sha256(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
