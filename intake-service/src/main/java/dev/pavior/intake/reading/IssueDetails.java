package dev.pavior.intake.reading;

import dev.pavior.contract.ItemKey;
import dev.pavior.intake.gitlab.Answer;
import dev.pavior.intake.gitlab.GitLab;
import dev.pavior.intake.gitlab.Query;
import dev.pavior.intake.reading.sight.Sighting;
import dev.pavior.intake.reading.sight.Values;
import dev.pavior.intake.reading.sight.Widgets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Adds to the sights of issues what only queries show, a batch of a project at a time. */
final class IssueDetails {

    private static final Logger log = LoggerFactory.getLogger(IssueDetails.class);
    private static final int FEWEST = 10;
    private static final int MOVES = 20;

    private final GitLab gitLab;
    private final Abilities abilities;
    private final String selection;
    // GitLab bounds how complex a query may be, so a batch it does not take is halved for good.
    private final AtomicInteger batch = new AtomicInteger(Lists.PER_PAGE);

    IssueDetails(GitLab gitLab, Abilities abilities) {
        this.gitLab = gitLab;
        this.abilities = abilities;
        this.selection = new Selection(abilities).details();
    }

    /**
     * Adds what queries show of these issues of one project.
     *
     * @param path full path of the project
     * @param lacking is told GitLab's id of each for which the queries were not answered
     */
    void add(String path, List<Sighting> issues, LongConsumer lacking) {
        int from = 0;
        while (!selection.isEmpty() && from < issues.size()) {
            int size = batch.get();
            var some = issues.subList(from, Math.min(issues.size(), from + size));
            if (added(path, some)) {
                from += some.size();
            } else if (size > FEWEST) {
                batch.set(Math.max(FEWEST, size / 2));
            } else {
                giveUp(some, lacking);
                from += some.size();
            }
        }
    }

    private static void giveUp(List<Sighting> issues, LongConsumer lacking) {
        issues.stream().map(Sighting::globalId).filter(Objects::nonNull).forEach(lacking::accept);
    }

    private boolean added(String path, List<Sighting> issues) {
        var answer = gitLab.ask(query(path, issues));
        if (answer instanceof Answer.Rejected || answer instanceof Answer.TooLarge) {
            log.atWarn()
                    .addKeyValue("source", gitLab.source().name())
                    .addKeyValue("issues", issues.size())
                    .log("GitLab does not take a query for details: {}", answer.reason());
            return false;
        }
        answer.orAway().ifPresent(data -> add(nodes(data), issues));
        return true;
    }

    private static Map<Long, JsonNode> nodes(JsonNode data) {
        var byIid = new HashMap<Long, JsonNode>();
        for (var node : data.path("project").path("workItems").path("nodes")) {
            var iid = Values.id(node.path("iid"));
            if (iid != null) {
                byIid.put(iid, node);
            }
        }
        return byIid;
    }

    private static void add(Map<Long, JsonNode> nodes, List<Sighting> issues) {
        for (var issue : issues) {
            var node = nodes.get(issue.key().iid());
            if (node != null && isNewer(node, issue)) {
                issue.keepBack("notes");
            } else if (node != null) {
                Widgets.add(issue, node);
            }
        }
    }

    /**
     * Of an issue that changed since it was listed, the details belong to the next look, and with
     * them the count of comments: a comment changes that and the count of threads, which is a
     * detail, and is told once.
     */
    private static boolean isNewer(JsonNode node, Sighting issue) {
        var listed = issue.validAt();
        var now = Published.updatedAt(node);
        return listed != null && now != null && now.isAfter(listed);
    }

    private Query query(String path, List<Sighting> issues) {
        var iids = issues.stream().map(issue -> Long.toString(issue.key().iid())).toList();
        return new Query(
                "query($path: ID!, $iids: [String!]) { project(fullPath: $path) {"
                        + " workItems(iids: $iids, first: 100) { nodes { "
                        + selection
                        + " } } } }",
                Map.of("path", path, "iids", iids));
    }

    /** Where issues were moved to, by GitLab's ids of them. */
    Map<Long, ItemKey> movedTo(List<Long> ids) {
        var targets = new HashMap<Long, ItemKey>();
        if (abilities.has("Query.issue") && abilities.has("Issue.movedTo")) {
            for (int from = 0; from < ids.size(); from += MOVES) {
                targets.putAll(asked(ids.subList(from, Math.min(ids.size(), from + MOVES))));
            }
        }
        return targets;
    }

    private Map<Long, ItemKey> asked(List<Long> ids) {
        var question =
                ids.stream()
                        .map(IssueDetails::moved)
                        .collect(Collectors.joining(" ", "query { ", " }"));
        return gitLab.ask(new Query(question, Map.of()))
                .orAway()
                .map(data -> targets(ids, data))
                .orElse(Map.of());
    }

    private static String moved(long id) {
        return "i%d: issue(id: \"gid://gitlab/Issue/%d\") { movedTo { iid projectId } }"
                .formatted(id, id);
    }

    private Map<Long, ItemKey> targets(List<Long> ids, JsonNode data) {
        var targets = new HashMap<Long, ItemKey>();
        for (var id : ids) {
            target(data.path("i" + id).path("movedTo")).ifPresent(key -> targets.put(id, key));
        }
        return targets;
    }

    private Optional<ItemKey> target(JsonNode moved) {
        var project = Values.id(moved.path("projectId"));
        var iid = Values.id(moved.path("iid"));
        return project == null || iid == null
                ? Optional.empty()
                : Optional.of(ItemKey.issue(gitLab.source().host(), project, iid));
    }
}
