package dev.pavior.sandbox.rest;

import dev.pavior.sandbox.domain.Project;
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
        long group = desk.places().group(call).id();
        return listed(
                call, desk.world().projects.stream().filter(p -> p.groupId() == group).toList());
    }

    Answer project(Call call) {
        return Answer.ok(desk.homes().full(desk.places().project(call)));
    }

    Answer groups(Call call) {
        return Paging.answer(
                call,
                desk.links().instance(),
                List.copyOf(desk.world().groups.all()),
                desk.homes()::group);
    }

    Answer group(Call call) {
        var group = desk.places().group(call);
        var shape = desk.homes().group(group);
        if (call.fields().flag("with_projects", true)) {
            shape.put(
                    "projects",
                    desk.world().projects.stream()
                            .filter(project -> project.groupId() == group.id())
                            .map(desk.homes()::full)
                            .toList());
        }
        return Answer.ok(shape);
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
        return Paging.answer(
                call,
                desk.links().instance(),
                List.copyOf(desk.world().users.all()),
                desk.people()::member);
    }

    private Answer listed(Call call, List<Project> projects) {
        String search = call.fields().text("search", "").toLowerCase(Locale.ROOT);
        boolean simple = call.fields().flag("simple", false);
        var found =
                projects.stream()
                        .filter(p -> p.name().toLowerCase(Locale.ROOT).contains(search))
                        .sorted(Comparator.comparingLong(Project::id).reversed())
                        .toList();
        return Paging.answer(
                call,
                desk.links().instance(),
                found,
                simple ? desk.homes()::basic : desk.homes()::full);
    }
}
