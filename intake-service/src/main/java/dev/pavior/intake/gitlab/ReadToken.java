package dev.pavior.intake.gitlab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The token that questions are asked with; a refused one rests, unless its file has a new one. */
final class ReadToken {

    /** How long a refused token is not tried again. */
    static final Duration REST = Duration.ofMinutes(10);

    private final GitLabSource source;
    private final Clock clock;
    private @Nullable String refused;
    private Instant restsUntil = Instant.MIN;

    ReadToken(GitLabSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** The token, or null while the one we have is refused. */
    synchronized @Nullable String usable() {
        var token = read();
        var rests = token.equals(refused) && clock.instant().isBefore(restsUntil);
        return rests || token.isEmpty() ? null : token;
    }

    synchronized void refuse(String token) {
        refused = token;
        restsUntil = clock.instant().plus(REST);
    }

    synchronized void accept() {
        refused = null;
    }

    synchronized boolean isRefused() {
        return refused != null;
    }

    private String read() {
        if (source.tokenFile().isBlank()) {
            return source.token().strip();
        }
        try {
            return Files.readString(Path.of(source.tokenFile())).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
