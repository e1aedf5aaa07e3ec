package dev.pavior.sandbox;

import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The settings of the sandbox; an empty text means none. */
@ConfigurationProperties("pavior.sandbox")
public record SandboxSettings(
        String url,
        String adminToken,
        String writeToken,
        String readToken,
        String hookUrl,
        String hookToken,
        String hookSigningToken,
        String dataDir,
        boolean demo,
        int lifeSeconds,
        Duration hookPause,
        int hookLog) {

    public SandboxSettings {
        if (adminToken.isBlank() || writeToken.isBlank() || readToken.isBlank()) {
            throw new IllegalArgumentException("the sandbox's tokens must not be empty");
        }
        if (lifeSeconds < 0) {
            throw new IllegalArgumentException("pavior.sandbox.life-seconds must not be negative");
        }
    }

    static Optional<String> given(String text) {
        return Optional.of(text).filter(some -> !some.isBlank());
    }
}
