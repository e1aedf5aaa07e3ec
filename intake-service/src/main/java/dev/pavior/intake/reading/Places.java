package dev.pavior.intake.reading;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where to read.
 *
 * @param roots the groups that are configured
 * @param subgroups those below them
 * @param alone projects that are configured and in none of these groups
 * @param projects all projects, those of the groups and those alone
 */
record Places(
        List<Place> roots, List<Place> subgroups, List<Place> alone, Map<Long, Place> projects) {

    static Places of(
            List<Place> roots, List<Place> subgroups, List<Place> inGroups, List<Place> named) {
        var all = Stream.concat(inGroups.stream(), named.stream());
        var inside = inGroups.stream().map(Place::id).collect(Collectors.toSet());
        return new Places(
                List.copyOf(roots),
                List.copyOf(subgroups),
                named.stream().filter(project -> !inside.contains(project.id())).toList(),
                all.collect(Collectors.toMap(Place::id, Function.identity(), (one, other) -> one)));
    }

    /** What is polled for changes: each group as a whole, and the projects alone. */
    List<Place> polled() {
        return Stream.concat(roots.stream(), alone.stream()).toList();
    }

    List<Place> groups() {
        return Stream.concat(roots.stream(), subgroups.stream()).distinct().toList();
    }

    @Nullable String defaultBranch(long projectId) {
        var project = projects.get(projectId);
        return project == null ? null : project.defaultBranch();
    }
}
