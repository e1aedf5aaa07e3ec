package dev.pavior.sandbox.rest;

import dev.pavior.sandbox.domain.Epic;
import dev.pavior.sandbox.domain.Group;
import dev.pavior.sandbox.domain.Home;
import dev.pavior.sandbox.domain.Issue;
import dev.pavior.sandbox.domain.MergeRequest;
import dev.pavior.sandbox.domain.Project;
import dev.pavior.sandbox.domain.Refusal;
import dev.pavior.sandbox.domain.World;
import java.util.Optional;

/** Finds what the path of a call names, if the caller may see it. */
final class Places {

    private final World world;

    Places(World world) {
        this.world = world;
    }

    Project project(Call call) {
        return project(call, call.path("id"));
    }

    Project project(Call call, String idOrPath) {
        return number(idOrPath)
                .flatMap(world.projects::find)
                .or(() -> world.projectAt(idOrPath))
                .filter(project -> visible(project, call))
                .orElseThrow(() -> Refusal.notFound("Project"));
    }

    static boolean visible(Project project, Call call) {
        return !project.hidden() || call.user().admin();
    }

    Group group(Call call) {
        String id = call.path("id");
        return number(id)
                .flatMap(world.groups::find)
                .or(() -> world.groupAt(id))
                .orElseThrow(() -> Refusal.notFound("Group"));
    }

    Home projectHome(Call call) {
        return Home.project(project(call).id());
    }

    Home groupHome(Call call) {
        return Home.group(group(call).id());
    }

    Issue issue(Call call) {
        return world.issueItems
                .numbered(projectHome(call), call.number("iid"))
                .orElseThrow(Refusal::noSuchObject);
    }

    Epic epic(Call call) {
        return world.epicItems
                .numbered(groupHome(call), call.number("iid"))
                .orElseThrow(Refusal::noSuchObject);
    }

    MergeRequest mergeRequest(Call call) {
        return world.requestItems
                .numbered(projectHome(call), call.number("iid"))
                .orElseThrow(Refusal::noSuchObject);
    }

    private static Optional<Long> number(String id) {
        return id.matches("\\d{1,18}") ? Optional.of(Long.valueOf(id)) : Optional.empty();
    }
}
