package dev.pavior.labeling;

import dev.pavior.labeling.writer.GitLabSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What this service is told.
 *
 * @param charterDir the team's configuration: taxonomy.yaml, policies/, routes.yaml and requests/
 * @param gitlab which GitLab is edited, and how
 */
@ConfigurationProperties("pavior.labeling")
public record LabelingSettings(
        @DefaultValue("deploy/charter") Path charterDir, @DefaultValue GitLabSettings gitlab) {

    public LabelingSettings {
        if (!Files.isDirectory(charterDir)) {
            throw new IllegalArgumentException("no such folder: " + charterDir.toAbsolutePath());
        }
    }

    Path taxonomy() {
        return charterDir.resolve("taxonomy.yaml");
    }

    Path routes() {
        return charterDir.resolve("routes.yaml");
    }

    Path requestTemplates() {
        return charterDir.resolve("requests");
    }

    Path policies() {
        return charterDir.resolve("policies");
    }
}
