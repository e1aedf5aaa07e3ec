package dev.pavior.handoff;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of this service beside those of the chassis.
 *
 * @param charterDir folder of the team's own configuration
 */
@ConfigurationProperties("pavior.handoff")
record HandoffSettings(@DefaultValue("deploy/charter") Path charterDir) {

    HandoffSettings {
        if (charterDir.toString().isBlank()) {
            throw new IllegalArgumentException("pavior.handoff.charter-dir must not be blank");
        }
    }

    Path taxonomy() {
        return charterDir.resolve("taxonomy.yaml");
    }

    Path ownership() {
        return charterDir.resolve("ownership.yaml");
    }
}
