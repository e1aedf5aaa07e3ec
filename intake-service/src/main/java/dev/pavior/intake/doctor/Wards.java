package dev.pavior.intake.doctor;

import dev.pavior.intake.gitlab.Answer;
import dev.pavior.intake.gitlab.Answer.Forbidden;
import dev.pavior.intake.gitlab.Answer.Found;
import dev.pavior.intake.gitlab.Answer.NotFound;
import dev.pavior.intake.gitlab.ApiPath;
import dev.pavior.intake.gitlab.Container;
import dev.pavior.intake.gitlab.GitLab;
import dev.pavior.intake.gitlab.GitLabHooks;
import dev.pavior.intake.gitlab.Page;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Knows which containers of a source should have a hook: each group that is read where it can, else
 * each project in it, and the projects that are read beside groups.
 */
final class Wards {

    private final GitLab reader;
    private final GitLabHooks hooks;
    private final Duration lasts;
    private final Clock clock;
    private Set<Container> known = Set.of();
    private Instant knownUntil = Instant.MIN;

    /**
     * Nothing is asked yet.
     *
     * @param lasts how long it is not looked again for new ones
     */
    Wards(GitLab reader, GitLabHooks hooks, Duration lasts, Clock clock) {
        this.reader = reader;
        this.hooks = hooks;
        this.lasts = lasts;
        this.clock = clock;
    }

    /** All of them; empty where GitLab does not tell now and did not before. */
    Optional<Set<Container>> all() {
        if (!clock.instant().isBefore(knownUntil)) {
            var now = asked();
            if (now != null) {
                known = now;
                knownUntil = clock.instant().plus(lasts);
            }
        }
        return knownUntil.equals(Instant.MIN) ? Optional.empty() : Optional.of(known);
    }

    private @Nullable Set<Container> asked() {
        var all = new LinkedHashSet<Container>();
        var covered = new ArrayList<String>();
        for (var name : reader.source().groups()) {
            var group = group(Container.group(name), covered);
            if (group.isEmpty()) {
                return null;
            }
            all.addAll(group.get());
        }
        for (var name : reader.source().projects()) {
            var project = project(Container.project(name), covered);
            if (project.isEmpty()) {
                return null;
            }
            all.addAll(project.get());
        }
        return all;
    }

    private Optional<List<Container>> group(Container named, List<String> covered) {
        return switch (reader.get(named.path())) {
            case Found<JsonNode>(var json) -> {
                var group = Container.group(json.path("id").asLong(0));
                yield mayHaveHooks(group, json.path("full_path").asString(""), covered);
            }
            case Answer<JsonNode> other -> unseen(named, other);
        };
    }

    /** A group that does not exist for the token, or for the licence, has hooks in its projects. */
    private Optional<List<Container>> mayHaveHooks(
            Container group, String path, List<String> covered) {
        return switch (hooks.all(group)) {
            case Found<List<JsonNode>> found -> {
                covered.add(path);
                yield Optional.of(List.of(group));
            }
            case NotFound<List<JsonNode>> n -> projectsIn(group);
            case Forbidden<List<JsonNode>> f -> projectsIn(group);
            case Answer<List<JsonNode>> away -> Optional.empty();
        };
    }

    private Optional<List<Container>> projectsIn(Container group) {
        var projects = new ArrayList<Container>();
        var next =
                new ApiPath(group.path().text() + "/projects")
                        .with("include_subgroups", true)
                        .with("archived", false)
                        .with("simple", true)
                        .with("per_page", 100);
        while (next != null) {
            if (!(reader.page(next) instanceof Found<Page>(var page))) {
                return Optional.empty();
            }
            page.rows().stream()
                    .map(row -> Container.project(row.path("id").asLong(0)))
                    .forEach(projects::add);
            next = page.next();
        }
        return Optional.of(projects);
    }

    /** A project in a group that has a hook needs none: both would tell the same. */
    private Optional<List<Container>> project(Container named, List<String> covered) {
        return switch (reader.get(named.path())) {
            case Found<JsonNode>(var json) -> {
                var path = json.path("path_with_namespace").asString("");
                var isCovered = covered.stream().anyMatch(group -> path.startsWith(group + "/"));
                var project = Container.project(json.path("id").asLong(0));
                yield Optional.of(isCovered ? List.of() : List.of(project));
            }
            case Answer<JsonNode> other -> unseen(named, other);
        };
    }

    /** What the reader may not see is looked at by its name, and reported if that fails too. */
    private static Optional<List<Container>> unseen(Container named, Answer<JsonNode> answer) {
        return answer instanceof NotFound<JsonNode> || answer instanceof Forbidden<JsonNode>
                ? Optional.of(List.of(named))
                : Optional.empty();
    }
}
