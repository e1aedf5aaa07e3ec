package dev.pavior.intake.webhook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/**
 * The file with the secrets of all sources, as properties: {@code <source>.token} and so on. What
 * it says of a source stands for all that the settings say of its secrets.
 */
final class SecretsFile {

    private static final Set<String> SECRETS =
            Set.of("token", "previous-token", "signing-token", "previous-signing-token");

    private final Path file;

    SecretsFile(Path file) {
        this.file = file;
    }

    /** What differs when the file was changed. */
    String version() {
        try {
            return Files.getLastModifiedTime(file) + " " + Files.size(file);
        } catch (IOException e) {
            return "unreadable";
        }
    }

    /**
     * The sources with the secrets in the file.
     *
     * @throws IllegalArgumentException saying what is wrong without saying a secret
     */
    List<Source> applyTo(List<Source> sources) {
        var secrets = read();
        for (var key : secrets.stringPropertyNames()) {
            if (sources.stream().noneMatch(source -> isOf(source, key))) {
                throw new IllegalArgumentException(file + ": no source has a secret " + key);
            }
        }
        return sources.stream().map(source -> with(source, secrets)).toList();
    }

    private Properties read() {
        var secrets = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            secrets.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": cannot be read as properties", e);
        }
        return secrets;
    }

    private static boolean isOf(Source source, String key) {
        return SECRETS.stream().anyMatch(secret -> key.equals(source.name() + "." + secret));
    }

    private static Source with(Source source, Properties secrets) {
        var name = source.name();
        if (secrets.stringPropertyNames().stream().noneMatch(key -> isOf(source, key))) {
            return source;
        }
        return new Source(
                name,
                source.host(),
                secrets.getProperty(name + ".token", ""),
                secrets.getProperty(name + ".previous-token", ""),
                secrets.getProperty(name + ".signing-token", ""),
                secrets.getProperty(name + ".previous-signing-token", ""));
    }
}
