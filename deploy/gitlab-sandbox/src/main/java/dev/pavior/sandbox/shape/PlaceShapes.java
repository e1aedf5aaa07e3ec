package dev.pavior.sandbox.shape;

import dev.pavior.sandbox.domain.Group;
import dev.pavior.sandbox.domain.Project;
import dev.pavior.sandbox.domain.State;
import dev.pavior.sandbox.domain.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How projects and groups look in answers. */
public final class PlaceShapes {

    private final World world;
    private final Links links;

    public PlaceShapes(World world, Links links) {
        this.world = world;
        this.links = links;
    }

    public Map<String, @Nullable Object> basic(Project project) {
        var group = world.groups.get(project.groupId());
        String path = world.fullPath(project);
        return Shape.of(
                "id",
                project.id(),
                "description",
                project.description(),
                "name",
                project.name(),
                "name_with_namespace",
                group.name() + " / " + project.name(),
                "path",
                project.path(),
                "path_with_namespace",
                path,
                "created_at",
                Times.iso(project.createdAt()),
                "default_branch",
                Project.DEFAULT_BRANCH,
                "tag_list",
                List.of(),
                "topics",
                List.of(),
                "ssh_url_to_repo",
                "git@" + links.host() + ":" + path + ".git",
                "http_url_to_repo",
                links.web(project) + ".git",
                "web_url",
                links.web(project),
                "readme_url",
                links.web(project) + "/-/blob/main/README.md",
                "forks_count",
                0,
                "avatar_url",
                null,
                "star_count",
                0,
                "last_activity_at",
                Times.iso(lastActivity(project)),
                "visibility",
                "private",
                "namespace",
                namespace(group));
    }

    public Map<String, @Nullable Object> full(Project project) {
        var shape = basic(project);
        shape.put("_links", linksOf(project));
        shape.put("empty_repo", false);
        shape.put("archived", false);
        shape.put("issues_enabled", true);
        shape.put("merge_requests_enabled", true);
        shape.put("issues_access_level", "enabled");
        shape.put("merge_requests_access_level", "enabled");
        shape.put("can_create_merge_request_in", true);
        shape.put("creator_id", 1);
        shape.put("open_issues_count", openIssues(project));
        shape.put("updated_at", Times.iso(lastActivity(project)));
        shape.put("merge_method", "merge");
        shape.put("squash_option", "default_off");
        shape.put("autoclose_referenced_issues", true);
        return shape;
    }

    public Map<String, @Nullable Object> group(Group group) {
        return Shape.of(
                "id", group.id(),
                "web_url", links.web(group),
                "name", group.name(),
                "path", group.path(),
                "description", group.description(),
                "visibility", "private",
                "avatar_url", null,
                "full_name", group.name(),
                "full_path", world.fullPath(group),
                "created_at", Times.iso(group.createdAt()),
                "parent_id", group.parentId());
    }

    private Map<String, @Nullable Object> namespace(Group group) {
        return Shape.of(
                "id",
                group.id(),
                "name",
                group.name(),
                "path",
                group.path(),
                "kind",
                "group",
                "full_path",
                world.fullPath(group),
                "parent_id",
                group.parentId(),
                "avatar_url",
                null,
                "web_url",
                links.web(group));
    }

    private Map<String, @Nullable Object> linksOf(Project project) {
        String self = links.api(project);
        return Shape.of(
                "self", self,
                "issues", self + "/issues",
                "merge_requests", self + "/merge_requests",
                "labels", self + "/labels",
                "events", self + "/events",
                "members", self + "/members");
    }

    private long openIssues(Project project) {
        return world.issuesOf(project.id()).stream().filter(i -> i.state() == State.OPENED).count();
    }

    private Instant lastActivity(Project project) {
        return Stream.of(
                        world.issueItems.byUpdate.of(project.home()),
                        world.requestItems.byUpdate.of(project.home()))
                .filter(items -> !items.isEmpty())
                .map(items -> items.lastKey().at())
                .reduce(project.createdAt(), (a, b) -> a.isAfter(b) ? a : b);
    }
}
