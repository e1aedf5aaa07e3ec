package dev.pavior.intake.team;

import dev.pavior.taxonomy.file.StrictYaml;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * The names by which people call the team in GitLab.
 *
 * @param names of users and full paths of groups, without the at sign
 */
public record TeamHandles(List<String> names) {

    /** The shape of {@code team.yaml}; of all that only the mentions matter here. */
    record TeamFile(String name, ZoneId timeZone, Set<Long> projects, List<String> mentions) {}

    public TeamHandles {
        names = List.copyOf(names);
    }

    /**
     * Reads the handles from the team's own file.
     *
     * @throws IllegalArgumentException naming the place that is wrong
     */
    public static TeamHandles read(Path file) {
        var names = StrictYaml.read(file, TeamFile.class).mentions();
        for (var name : names) {
            if (name.isBlank() || name.startsWith("@")) {
                throw StrictYaml.mistake(
                        file, "\"" + name + "\" is no name without its @", "mentions");
            }
        }
        return new TeamHandles(names);
    }
}
