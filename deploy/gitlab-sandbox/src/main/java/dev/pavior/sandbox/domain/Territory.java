package dev.pavior.sandbox.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Knows which groups are above a place, and so how it is called in full. */
final class Territory {

    private final Shelf<Group> groups;
    private final Shelf<Project> projects;

    Territory(Shelf<Group> groups, Shelf<Project> projects) {
        this.groups = groups;
        this.projects = projects;
    }

    List<Home> above(Home home) {
        var places = new ArrayList<Home>();
        places.add(home);
        Long group = parent(home);
        while (group != null) {
            var next = Home.group(group);
            places.add(next);
            group = parent(next);
        }
        return places;
    }

    private @Nullable Long parent(Home home) {
        return home.group()
                ? groups.get(home.id()).parentId()
                : (Long) projects.get(home.id()).groupId();
    }

    String fullPath(Project project) {
        return fullPath(groups.get(project.groupId())) + "/" + project.path();
    }

    String fullPath(Group group) {
        Long parent = group.parentId();
        return parent == null ? group.path() : fullPath(groups.get(parent)) + "/" + group.path();
    }
}
