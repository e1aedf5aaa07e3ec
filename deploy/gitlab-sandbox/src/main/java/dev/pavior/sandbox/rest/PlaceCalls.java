package dev.pavior.sandbox.rest;

import dev.pavior.sandbox.domain.Group;
import dev.pavior.sandbox.domain.Home;
import dev.pavior.sandbox.domain.Project;
import dev.pavior.sandbox.domain.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The calls on projects, groups and their members. */
final class PlaceCalls {

    private final Desk desk;

    PlaceCalls(Desk desk) {
        this.desk = desk;
    }

    Answer projects(Call call) {
        return listed(call, List.copyOf(desk.world().projects.all()));
    }

    Answer projectsOfGroup(Call call) {
        var group = desk.places().group(call);
        boolean below = call.fields().flag("include_subgroups", false);
        var projects =
                desk.world()
                        .projectsBelow(group.id())
                        .filter(project -> below || project.groupId() == group.id())
                        .toList();
        return listed(call, projects);
    }

    Answer project(Call call) {
        return Answer.ok(desk.homes().full(desk.places().project(call)));
    }

    Answer createProject(Call call) {
        refuseOthers(call);
        var group = desk.world().groups.get(number(call, "namespace_id"));
        String name = call.fields().required("name");
        var project =
                new Project(
                        desk.world().projects.nextId(),
                        group.id(),
                        call.fields().text("path", path(name)),
                        name,
                        call.fields().text("description", ""),
                        call.at(),
                        false);
        return Answer.created(desk.homes().full(desk.world().projects.put(project)));
    }

    /** For tests: only administrators see a hidden project. */
    Answer hide(Call call) {
        refuseOthers(call);
        var project = desk.places().project(call).hidden(call.fields().flag("hidden", true));
        return Answer.ok(desk.homes().full(desk.world().projects.put(project)));
    }

    Answer groups(Call call) {
        boolean top = call.fields().flag("top_level_only", false);
        var groups =
                desk.world().groups.stream().filter(g -> !top || g.parentId() == null).toList();
        return desk.page(call, groups, desk.homes()::group);
    }

    Answer subgroups(Call call) {
        long parent = desk.places().group(call).id();
        var groups =
                desk.world().groups.stream()
                        .filter(group -> Long.valueOf(parent).equals(group.parentId()))
                        .toList();
        return desk.page(call, groups, desk.homes()::group);
    }

    Answer createGroup(Call call) {
        refuseOthers(call);
        Long parent = call.fields().id("parent_id");
        var group =
                new Group(
                        desk.world().groups.nextId(),
                        call.fields().required("path"),
                        call.fields().required("name"),
                        call.fields().text("description", ""),
                        call.at(),
                        parent == null ? null : desk.world().groups.get(parent).id());
        return Answer.created(desk.homes().group(desk.world().groups.put(group)));
    }

    Answer group(Call call) {
        var group = desk.places().group(call);
        var shape = desk.homes().group(group);
        if (call.fields().flag("with_projects", true)) {
            shape.put(
                    "projects",
                    desk.world().projects.stream()
                            .filter(project -> project.groupId() == group.id())
                            .filter(project -> Places.visible(project, call))
                            .map(desk.homes()::full)
                            .toList());
        }
        return Answer.ok(shape);
    }

    Answer iterations(Call call) {
        var places = desk.world().above(Home.group(desk.places().group(call).id()));
        var iterations =
                desk.world().iterations.stream()
                        .filter(i -> places.contains(Home.group(i.groupId())))
                        .toList();
        return desk.page(call, iterations, desk.planning()::iteration);
    }

    Answer membersOfProject(Call call) {
        desk.places().project(call);
        return members(call);
    }

    Answer membersOfGroup(Call call) {
        desk.places().group(call);
        return members(call);
    }

    private Answer members(Call call) {
        return desk.page(call, List.copyOf(desk.world().users.all()), desk.people()::member);
    }

    private Answer listed(Call call, List<Project> projects) {
        String search = call.fields().text("search", "").toLowerCase(Locale.ROOT);
        boolean simple = call.fields().flag("simple", false);
        var found =
                projects.stream()
                        .filter(project -> Places.visible(project, call))
                        .filter(p -> p.name().toLowerCase(Locale.ROOT).contains(search))
                        .sorted(Comparator.comparingLong(Project::id).reversed())
                        .toList();
        return desk.page(call, found, simple ? desk.homes()::basic : desk.homes()::full);
    }

    private static void refuseOthers(Call call) {
        if (!call.user().admin()) {
            throw Refusal.message(403, "403 Forbidden");
        }
    }

    private static long number(Call call, String name) {
        Long id = call.fields().id(name);
        if (id == null) {
            throw Refusal.missing(name);
        }
        return id;
    }

    private static String path(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
