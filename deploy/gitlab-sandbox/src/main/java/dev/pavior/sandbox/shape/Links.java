package dev.pavior.sandbox.shape;

import dev.pavior.sandbox.domain.Epic;
import dev.pavior.sandbox.domain.Group;
import dev.pavior.sandbox.domain.Home;
import dev.pavior.sandbox.domain.Item;
import dev.pavior.sandbox.domain.Milestone;
import dev.pavior.sandbox.domain.Note;
import dev.pavior.sandbox.domain.Project;
import dev.pavior.sandbox.domain.User;
import dev.pavior.sandbox.domain.World;
import java.util.function.Supplier;

/** The addresses of things, on the web and in the API. */
public final class Links {

    private final World world;
    private final Supplier<String> base;

    public Links(World world, Supplier<String> base) {
        this.world = world;
        this.base = base;
    }

    /** The same instance's addresses of another world. */
    public Links in(World other) {
        return new Links(other, base);
    }

    public String instance() {
        return base.get();
    }

    public String host() {
        return instance().replaceFirst("^https?://", "");
    }

    public String web(User user) {
        return instance() + "/" + user.username();
    }

    public String web(Project project) {
        return instance() + "/" + world.fullPath(project);
    }

    public String web(Group group) {
        return instance() + "/groups/" + world.fullPath(group);
    }

    public String web(Item item) {
        if (item instanceof Epic epic) {
            return web(world.groups.get(epic.groupId())) + "/-/epics/" + epic.iid();
        }
        return web(world.projectOf(item)) + "/-/" + item.segment() + "/" + item.iid();
    }

    public String web(Note note, Item item) {
        return web(item) + "#note_" + note.id();
    }

    public String web(Milestone milestone) {
        return home(milestone.home()) + "/-/milestones/" + milestone.iid();
    }

    public String api(Project project) {
        return instance() + "/api/v4/projects/" + project.id();
    }

    public String api(Item item) {
        if (item instanceof Epic epic) {
            return instance() + "/api/v4/groups/" + epic.groupId() + "/epics/" + epic.iid();
        }
        return api(world.projectOf(item)) + "/" + item.segment() + "/" + item.iid();
    }

    public String full(Item item) {
        return world.fullPath(item.home()) + item.mark() + item.iid();
    }

    private String home(Home home) {
        return home.group() ? web(world.groups.get(home.id())) : web(world.projects.get(home.id()));
    }
}
