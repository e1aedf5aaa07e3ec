package dev.pavior.intake.reading;

import dev.pavior.intake.gitlab.ApiPath;
import dev.pavior.intake.reading.sight.Values;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What was published without its details, for a passing fault: it is read some times more. */
final class Arrears {

    private static final int TRIES = 3;
    private static final int MOST = 2_000;

    private final Map<Long, Item> items = new LinkedHashMap<>();
    private final Map<Long, Integer> tries = new HashMap<>();

    private record Item(long project, long iid) {}

    /**
     * Items of one project that are to be read together.
     *
     * @param ids GitLab's ids of them
     */
    record Due(long project, List<Long> ids, List<Long> iids) {

        ApiPath path(Sort sort) {
            var path =
                    ApiPath.of("/projects/{}/" + sort.word(), project)
                            .with("scope", "all")
                            .with("state", "all")
                            .with("per_page", Lists.PER_PAGE);
            for (var iid : iids) {
                path = path.with("iids%5B%5D", iid);
            }
            return path;
        }
    }

    /** All that is to be read again, in lists of a page at most. */
    List<Due> all() {
        var byProject = new TreeMap<Long, Due>();
        var all = new ArrayList<Due>();
        items.forEach(
                (id, item) -> {
                    var due = byProject.get(item.project());
                    if (due == null || due.ids().size() == Lists.PER_PAGE) {
                        due = new Due(item.project(), new ArrayList<>(), new ArrayList<>());
                        byProject.put(item.project(), due);
                        all.add(due);
                    }
                    due.ids().add(id);
                    due.iids().add(item.iid());
                });
        return all;
    }

    /** Forgets what was asked for and is not there any more. */
    void forgetAllBut(List<JsonNode> rows, Due due) {
        var there = rows.stream().map(row -> Values.id(row.path("id"))).toList();
        due.ids().stream().filter(id -> !there.contains(id)).forEach(this::forget);
    }

    private void forget(Long id) {
        items.remove(id);
        tries.remove(id);
    }

    /** Notes those rows that lack details, and gives back all others: they are done with. */
    List<JsonNode> sorted(Collection<JsonNode> rows, Set<Long> lacking) {
        return rows.stream().filter(row -> !isNoted(row, lacking)).toList();
    }

    private boolean isNoted(JsonNode row, Set<Long> lacking) {
        var id = Values.id(row.path("id"));
        if (id == null) {
            return false;
        }
        var item = lacking.contains(id) ? item(row) : null;
        if (item == null || items.size() >= MOST || tries.merge(id, 1, Integer::sum) > TRIES) {
            forget(id);
            return false;
        }
        items.put(id, item);
        return true;
    }

    private static @Nullable Item item(JsonNode row) {
        var project = Values.id(row.path("project_id"));
        var iid = Values.id(row.path("iid"));
        return project == null || iid == null ? null : new Item(project, iid);
    }
}
