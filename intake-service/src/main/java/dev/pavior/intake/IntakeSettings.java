package dev.pavior.intake;

import dev.pavior.intake.publish.PublishSettings;
import dev.pavior.intake.requests.RequestSettings;
import dev.pavior.intake.server.ServerSettings;
import dev.pavior.intake.webhook.WebhookSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of this service.
 *
 * @param charterDir folder with the team's own configuration
 * @param webhook who may send hooks and what each may cost
 * @param server what a connection may cost
 * @param publish how long the producer may try
 * @param requests what a request for work may cost
 */
@ConfigurationProperties("pavior.intake")
public record IntakeSettings(
        @DefaultValue("deploy/charter") Path charterDir,
        WebhookSettings webhook,
        @DefaultValue ServerSettings server,
        @DefaultValue PublishSettings publish,
        @DefaultValue RequestSettings requests) {

    public IntakeSettings {
        if (!Files.isDirectory(charterDir)) {
            throw new IllegalArgumentException(
                    "pavior.intake.charter-dir: there is no folder " + charterDir.toAbsolutePath());
        }
    }

    Path team() {
        return charterDir.resolve("team.yaml");
    }

    Path routes() {
        return charterDir.resolve("routes.yaml");
    }
}
