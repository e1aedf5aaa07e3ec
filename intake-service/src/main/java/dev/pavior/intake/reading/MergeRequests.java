package dev.pavior.intake.reading;

import dev.pavior.contract.ItemKey;
import dev.pavior.contract.v1.Observation;
import dev.pavior.intake.gitlab.ApiPath;
import dev.pavior.intake.reading.sight.Listed;
import dev.pavior.intake.reading.sight.Look;
import dev.pavior.intake.reading.sight.Sighting;
import dev.pavior.intake.reading.sight.Sights;
import dev.pavior.intake.reading.sight.Values;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Merge requests. */
final class MergeRequests implements Sort {

    private final Desk desk;
    private final Supplier<Places> places;
    private final Crew crew;

    MergeRequests(Desk desk, Supplier<Places> places) {
        this.desk = desk;
        this.places = places;
        this.crew = new Crew(desk.settings().atOnce());
    }

    @Override
    public String word() {
        return "merge_requests";
    }

    @Override
    public ItemKey.Kind kind() {
        return ItemKey.Kind.MERGE_REQUEST;
    }

    @Override
    public List<Observation> sights(List<JsonNode> rows, Look look, LongConsumer lacking) {
        return crew.each(rows, row -> sight(row, look)).stream().flatMap(Optional::stream).toList();
    }

    private Optional<Observation> sight(JsonNode row, Look look) {
        var sighting = Listed.mergeRequest(row, look, branchOf(row));
        sighting.filter(seen -> isLively(row, look.at())).ifPresent(this::addDetails);
        return sighting.map(Sighting::done);
    }

    private @Nullable String branchOf(JsonNode row) {
        var project = Values.id(row.path("project_id"));
        return project == null ? null : places.get().defaultBranch(project);
    }

    /** Whether more than the list shows may matter still: it is open, or was merged lately. */
    private boolean isLively(JsonNode row, Instant now) {
        var merged = Values.time(row.path("merged_at"));
        return "opened".equals(Values.text(row.path("state")))
                || (merged != null && merged.plus(desk.settings().freshlyMerged()).isAfter(now));
    }

    private void addDetails(Sighting request) {
        var key = request.key();
        var path = ApiPath.of("/projects/{}/merge_requests/{}", key.containerId(), key.iid());
        new Lists(desk.gitLab())
                .whole(path.slash("closes_issues"))
                .ifPresent(issues -> Sights.addCloses(request, issues));
        desk.gitLab()
                .get(path.slash("approvals"))
                .orAway()
                .ifPresent(approvals -> Sights.addApprovals(request, approvals));
    }
}
