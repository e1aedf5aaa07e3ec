package dev.pavior.metrics;

import dev.pavior.metrics.charter.TeamFile;
import dev.pavior.metrics.domain.Charter;
import dev.pavior.taxonomy.file.TaxonomyFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What this service is told.
 *
 * @param charterDir folder with the team's own configuration
 */
@ConfigurationProperties("pavior.metrics")
record MetricsSettings(Path charterDir) {

    MetricsSettings {
        if (!Files.isDirectory(charterDir)) {
            throw new IllegalArgumentException(
                    "pavior.metrics.charter-dir: there is no folder "
                            + charterDir.toAbsolutePath());
        }
    }

    /**
     * Reads the charter.
     *
     * @throws IllegalArgumentException naming file and place that are wrong
     */
    Charter charter() {
        return new Charter(
                TaxonomyFile.read(charterDir.resolve("taxonomy.yaml")),
                TeamFile.read(charterDir.resolve("team.yaml")));
    }
}
