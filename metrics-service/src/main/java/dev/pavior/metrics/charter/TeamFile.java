package dev.pavior.metrics.charter;

import dev.pavior.metrics.domain.Team;
import dev.pavior.taxonomy.file.StrictYaml;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** The shape of {@code team.yaml}; who is mentioned matters to the intake alone. */
public record TeamFile(String name, ZoneId timeZone, Set<Long> projects, List<String> mentions) {

    /**
     * Reads the team.
     *
     * @throws IllegalArgumentException naming the place that is wrong
     */
    public static Team read(Path file) {
        var entry = StrictYaml.read(file, TeamFile.class);
        return new Team(entry.name(), entry.timeZone(), entry.projects());
    }
}
