package dev.pavior.local.stack;

import dev.pavior.local.process.StartFailure;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/**
 * The tokens of a local run, made on its first start and kept in its home.
 *
 * @param webhook what GitLab's hooks bring to the intake
 * @param api what people bring to the services
 * @param gitlabAdmin the sandbox administrator's
 * @param gitlabWrite labeling's, for the sandbox
 * @param gitlabRead the intake's, for the sandbox
 */
public record Secrets(
        String webhook, String api, String gitlabAdmin, String gitlabWrite, String gitlabRead) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** The secrets of a home, made now where it has none yet. */
    public static Secrets of(Home home) {
        var file = home.secrets().resolve("tokens.properties");
        try {
            if (Files.exists(file)) {
                return parse(Files.readString(file));
            }
            var secrets =
                    new Secrets(
                            random(""),
                            random(""),
                            random("glpat-"),
                            random("glpat-"),
                            random("glpat-"));
            // The tokens last, for they are what says that all was written.
            OwnerOnly.write(home.accessFile(), secrets.access());
            OwnerOnly.write(file, secrets.text());
            return secrets;
        } catch (IOException e) {
            throw new StartFailure("cannot keep the secrets in " + file + ": " + e.getMessage(), e);
        }
    }

    /** Never the secrets themselves. */
    @Override
    public String toString() {
        return "Secrets";
    }

    private static Secrets parse(String text) throws IOException {
        var kept = new Properties();
        kept.load(new StringReader(text));
        return new Secrets(
                kept.getProperty("webhook", ""),
                kept.getProperty("api", ""),
                kept.getProperty("gitlab-admin", ""),
                kept.getProperty("gitlab-write", ""),
                kept.getProperty("gitlab-read", ""));
    }

    private String text() {
        return """
        webhook=%s
        api=%s
        gitlab-admin=%s
        gitlab-write=%s
        gitlab-read=%s
        """
                .formatted(webhook, api, gitlabAdmin, gitlabWrite, gitlabRead);
    }

    /** The access file: who bears the one token that people use. */
    private String access() {
        return """
        - token_sha256: %s
          user_id: 1
          name: local operator
          role: operator
        """
                .formatted(sha256(api));
    }

    private static String random(String prefix) {
        var bytes = new byte[20];
        RANDOM.nextBytes(bytes);
        return prefix + HexFormat.of().formatHex(bytes);
    }

    private static String sha256(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
