package dev.pavior.sandbox.rest;

import dev.pavior.sandbox.domain.Group;
import dev.pavior.sandbox.domain.Home;
import dev.pavior.sandbox.domain.Issue;
import dev.pavior.sandbox.domain.Item;
import dev.pavior.sandbox.domain.MergeRequest;
import dev.pavior.sandbox.domain.Project;
import dev.pavior.sandbox.domain.Refusal;
import dev.pavior.sandbox.domain.World;
import java.util.stream.Stream;

/** Finds what the path of a call names. */
final class Places {

    private final World world;

    Places(World world) {
        this.world = world;
    }

    Project project(Call call) {
        String id = call.path("id");
        return world.projects.stream()
                .filter(p -> String.valueOf(p.id()).equals(id) || world.fullPath(p).equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("Project"));
    }

    Group group(Call call) {
        String id = call.path("id");
        return world.groups
                .first(group -> String.valueOf(group.id()).equals(id) || group.path().equals(id))
                .orElseThrow(() -> Refusal.notFound("Group"));
    }

    Home projectHome(Call call) {
        return Home.project(project(call).id());
    }

    Home groupHome(Call call) {
        return Home.group(group(call).id());
    }

    Issue issue(Call call) {
        return numbered(world.issuesOf(project(call).id()), call.number("iid"));
    }

    MergeRequest mergeRequest(Call call) {
        return numbered(world.mergeRequestsOf(project(call).id()), call.number("iid"));
    }

    private static <T extends Item> T numbered(Stream<T> items, long iid) {
        return items.filter(item -> item.iid() == iid)
                .findFirst()
                .orElseThrow(Refusal::noSuchObject);
    }
}
