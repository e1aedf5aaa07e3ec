package dev.pavior.intake.reading;

import dev.pavior.contract.v1.Observation;
import dev.pavior.contract.v1.Origin;
import dev.pavior.contract.v1.ReadCursor;
import dev.pavior.contract.v1.ReadJob;
import dev.pavior.contract.v1.ReadState;
import dev.pavior.intake.gitlab.Answer;
import dev.pavior.intake.gitlab.Query;
import dev.pavior.intake.reading.sight.EpicNode;
import dev.pavior.intake.reading.sight.Sighting;
import dev.pavior.intake.reading.sight.Values;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Reads the epics of a group, which only queries show. */
final class Epics {

    private static final Logger log = LoggerFactory.getLogger(Epics.class);

    private final Desk desk;
    private final Place group;
    private final String selection;
    private final boolean singly;
    private final Published published = new Published();

    Epics(Desk desk, Place group, Abilities abilities) {
        this.desk = desk;
        this.group = group;
        this.selection = new Selection(abilities).epics();
        this.singly = abilities.has("Group.workItems(iids)");
    }

    long groupId() {
        return group.id();
    }

    /** Whether this GitLab has a way to show epics. */
    boolean areShown() {
        return !selection.isEmpty();
    }

    /** Those that changed since the last look; at first all. */
    void poll() {
        if (!areShown()) {
            return;
        }
        var before = desk.cursor(ReadJob.RECONCILE, scope()).map(ReadCursor::getUpTo).orElse(null);
        var since = before == null ? null : Wish.reach(desk, scope(), before);
        var run = new Run(Origin.POLL, before, new Numbers());
        var complete = run.read(since);
        keep(run, complete ? ReadState.DONE : ReadState.FAILED);
    }

    /** All of them, whose numbers are added; whether all could be read. */
    boolean sweep(Numbers listed) {
        return new Run(Origin.SWEEP, null, listed).read(null);
    }

    /** Asks for an epic that no list shows: why it is gone, or null where it is there. */
    @Nullable String missing(long iid) {
        if (!singly) {
            return "unlisted";
        }
        var run = new Run(Origin.SWEEP, null, new Numbers());
        var answer = asked(single(iid));
        if (answer instanceof Answer.Forbidden) {
            return "hidden";
        }
        var shown = answer.orAway().map(Epics::page).filter(JsonNode::isObject);
        shown.ifPresent(run::take);
        return shown.isPresent() && !run.listed.contains(iid) ? "missing" : null;
    }

    private String scope() {
        return "epics of " + group;
    }

    private void keep(Run run, ReadState state) {
        desk.keep(
                ReadCursor.newBuilder()
                        .setSource(desk.source())
                        .setJob(ReadJob.RECONCILE)
                        .setScope(scope())
                        .setState(state)
                        .setReason(state == ReadState.DONE ? null : "GitLab does not show them")
                        .setUpTo(run.newest)
                        .setDoneCount(run.done)
                        .setStartedAt(run.begun)
                        .setUpdatedAt(desk.now()));
    }

    private Answer<JsonNode> asked(Query query) {
        var answer = desk.gitLab().ask(query);
        if (answer instanceof Answer.Rejected<JsonNode>(int status, String reason)) {
            log.atWarn()
                    .addKeyValue("source", desk.source())
                    .log("GitLab does not take a query for epics: {}", reason);
        }
        return answer;
    }

    private Query query(@Nullable Instant since, @Nullable String after) {
        var variables = new HashMap<String, Object>();
        variables.put("path", group.path());
        if (after != null) {
            variables.put("after", after);
        }
        if (since != null) {
            variables.put("since", since.toString());
        }
        return new Query(
                "query($path: ID!, $after: String, $since: Time) { group(fullPath: $path) {"
                        + " workItems(types: [EPIC], first: 50, after: $after, updatedAfter: $since)"
                        + shown(),
                variables);
    }

    private Query single(long iid) {
        return new Query(
                "query($path: ID!, $iids: [String!]) { group(fullPath: $path) {"
                        + " workItems(types: [EPIC], iids: $iids)"
                        + shown(),
                Map.of("path", group.path(), "iids", List.of(Long.toString(iid))));
    }

    private String shown() {
        return " { nodes { " + selection + " } pageInfo { hasNextPage endCursor } } } }";
    }

    private static JsonNode page(JsonNode data) {
        return data.path("group").path("workItems");
    }

    /** One look through the pages. */
    private final class Run {

        private final Origin origin;
        private final Numbers listed;
        private final Instant begun = desk.now();
        private @Nullable Instant newest;
        private long done;

        Run(Origin origin, @Nullable Instant newest, Numbers listed) {
            this.origin = origin;
            this.newest = newest;
            this.listed = listed;
        }

        boolean read(@Nullable Instant since) {
            @Nullable String after = null;
            do {
                var page = asked(query(since, after)).orAway().map(Epics::page);
                // A group that is hidden is null, and no error goes with it.
                if (page.filter(JsonNode::isObject).isEmpty()) {
                    return false;
                }
                after = take(page.get());
            } while (after != null);
            return true;
        }

        private @Nullable String take(JsonNode page) {
            var all = page.path("nodes").valueStream().toList();
            all.forEach(this::list);
            var news = origin == Origin.SWEEP ? all : published.news(all);
            desk.publish(sights(news));
            published.add(news);
            done += all.size();
            all.stream()
                    .map(Published::updatedAt)
                    .filter(Objects::nonNull)
                    .filter(at -> newest == null || at.isAfter(newest))
                    .max(Instant::compareTo)
                    .ifPresent(at -> newest = at);
            var more = Boolean.TRUE.equals(Values.flag(page.path("pageInfo").path("hasNextPage")));
            return more ? Values.text(page.path("pageInfo").path("endCursor")) : null;
        }

        private void list(JsonNode node) {
            var iid = Values.id(node.path("iid"));
            if (iid != null) {
                listed.add(iid);
            }
        }

        private List<Observation> sights(List<JsonNode> nodes) {
            return nodes.stream()
                    .map(node -> EpicNode.read(node, desk.look(origin, begun)))
                    .flatMap(Optional::stream)
                    .map(Sighting::done)
                    .toList();
        }
    }
}
