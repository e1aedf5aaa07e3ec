package dev.pavior.metrics.domain;

import java.time.ZoneId;
import java.util.Set;

/**
 * The team whose work is measured.
 *
 * @param name what it is called
 * @param zone where its months begin and end
 * @param projects GitLab's ids of the projects that are its own
 */
public record Team(String name, ZoneId zone, Set<Long> projects) {

    public Team {
        projects = Set.copyOf(projects);
    }
}
