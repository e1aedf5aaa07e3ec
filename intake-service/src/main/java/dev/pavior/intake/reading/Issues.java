package dev.pavior.intake.reading;

import dev.pavior.contract.ItemKey;
import dev.pavior.contract.v1.Observation;
import dev.pavior.intake.reading.sight.Listed;
import dev.pavior.intake.reading.sight.Look;
import dev.pavior.intake.reading.sight.Sighting;
import dev.pavior.intake.reading.sight.Sights;
import dev.pavior.intake.reading.sight.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Issues, incidents, tasks and whatever else GitLab lists with them. */
final class Issues implements Sort {

    private final IssueDetails details;

    Issues(IssueDetails details) {
        this.details = details;
    }

    @Override
    public String word() {
        return "issues";
    }

    @Override
    public ItemKey.Kind kind() {
        return ItemKey.Kind.ISSUE;
    }

    @Override
    public List<Observation> sights(List<JsonNode> rows, Look look, LongConsumer lacking) {
        var issues = new ArrayList<Sighting>();
        var byProject = new TreeMap<String, List<Sighting>>();
        for (var row : rows) {
            var issue = Listed.issue(row, look);
            issue.ifPresent(issues::add);
            issue.ifPresent(
                    seen ->
                            byProject
                                    .computeIfAbsent(
                                            Listed.projectPath(row).orElse(""),
                                            path -> new ArrayList<>())
                                    .add(seen));
        }
        byProject.remove("");
        byProject.forEach((path, those) -> details.add(path, those, lacking));
        var arrivals = arrivals(rows, issues, look);
        arrivals.addAll(issues.stream().map(Sighting::done).toList());
        return arrivals;
    }

    /** Says of moved issues where they went, and of where they went whence they came. */
    private List<Observation> arrivals(List<JsonNode> rows, List<Sighting> issues, Look look) {
        var moved = rows.stream().map(Issues::idOfMoved).filter(Objects::nonNull).toList();
        var targets = details.movedTo(moved);
        var arrivals = new ArrayList<Observation>();
        for (var issue : issues) {
            var target = targetOf(issue, targets);
            if (target != null) {
                Sights.addMovedTo(issue, target);
                arrivals.add(Sights.movedFrom(target, issue.key(), look));
            }
        }
        return arrivals;
    }

    private static @Nullable ItemKey targetOf(Sighting issue, Map<Long, ItemKey> targets) {
        return issue.globalId() == null ? null : targets.get(issue.globalId());
    }

    private static @Nullable Long idOfMoved(JsonNode row) {
        return Listed.movedTo(row).isPresent() ? Values.id(row.path("id")) : null;
    }
}
