package dev.pavior.sandbox.hooks;

import dev.pavior.sandbox.domain.Group;
import dev.pavior.sandbox.domain.Label;
import dev.pavior.sandbox.domain.MergeRequest;
import dev.pavior.sandbox.domain.Project;
import dev.pavior.sandbox.domain.Status;
import dev.pavior.sandbox.domain.User;
import dev.pavior.sandbox.domain.World;
import dev.pavior.sandbox.shape.Links;
import dev.pavior.sandbox.shape.Shape;
import dev.pavior.sandbox.shape.Times;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts that hook bodies share. */
final class HookShapes {

    private final World world;
    private final Links links;

    HookShapes(World world, Links links) {
        this.world = world;
        this.links = links;
    }

    Map<String, @Nullable Object> user(User user) {
        return Shape.of(
                "id", user.id(),
                "name", user.name(),
                "username", user.username(),
                "avatar_url", null,
                "email", "[REDACTED]");
    }

    Map<String, @Nullable Object> user(long id) {
        return user(world.users.get(id));
    }

    Map<String, @Nullable Object> reviewer(long id) {
        var shape = user(id);
        shape.put("state", "unreviewed");
        shape.put("re_requested", false);
        return shape;
    }

    Map<String, @Nullable Object> project(Project project) {
        Group group = world.groups.get(project.groupId());
        String path = world.fullPath(project);
        String web = links.web(project);
        String ssh = "git@" + links.host() + ":" + path + ".git";
        return Shape.of(
                "id",
                project.id(),
                "name",
                project.name(),
                "description",
                project.description(),
                "web_url",
                web,
                "avatar_url",
                null,
                "git_ssh_url",
                ssh,
                "git_http_url",
                web + ".git",
                "namespace",
                group.name(),
                "visibility_level",
                0,
                "path_with_namespace",
                path,
                "default_branch",
                Project.DEFAULT_BRANCH,
                "ci_config_path",
                null,
                "homepage",
                web,
                "url",
                ssh,
                "ssh_url",
                ssh,
                "http_url",
                web + ".git");
    }

    Map<String, @Nullable Object> repository(Project project) {
        return Shape.of(
                "name", project.name(),
                "url", "git@" + links.host() + ":" + world.fullPath(project) + ".git",
                "description", project.description(),
                "homepage", links.web(project));
    }

    Map<String, @Nullable Object> group(Group group) {
        return Shape.of(
                "group_name", group.name(),
                "group_path", group.path(),
                "full_path", world.fullPath(group),
                "group_id", group.id());
    }

    static @Nullable Map<String, @Nullable Object> status(@Nullable Status status) {
        return status == null
                ? null
                : Shape.of("id", status.id(), "name", status.name(), "category", status.category());
    }

    Map<String, @Nullable Object> label(Label label) {
        var home = label.home();
        return Shape.of(
                "id", label.id(),
                "title", label.title(),
                "color", label.color(),
                "project_id", home.group() ? null : home.id(),
                "created_at", Times.iso(label.createdAt()),
                "updated_at", Times.iso(label.updatedAt()),
                "template", false,
                "description", label.description(),
                "type", home.group() ? "GroupLabel" : "ProjectLabel",
                "group_id", home.group() ? home.id() : null);
    }

    Map<String, @Nullable Object> lastCommit(MergeRequest request) {
        User author = world.users.get(request.core().authorId());
        String web = links.web(world.projectOf(request));
        return Shape.of(
                "id", request.sha(),
                "message", request.title(),
                "title", request.title(),
                "timestamp", Times.iso(request.createdAt()),
                "url", web + "/-/commit/" + request.sha(),
                "author", Shape.of("name", author.name(), "email", "[REDACTED]"));
    }
}
