package dev.pavior.intake.reading;

import dev.pavior.contract.ItemKey;
import dev.pavior.contract.v1.Observation;
import dev.pavior.contract.v1.Origin;
import dev.pavior.intake.gitlab.Answer;
import dev.pavior.intake.gitlab.ApiPath;
import dev.pavior.intake.gitlab.Page;
import dev.pavior.intake.reading.sight.Listed;
import dev.pavior.intake.reading.sight.Sights;
import dev.pavior.intake.reading.sight.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads all items of one sort in one project, and finds out what became of those not listed. */
final class ProjectSweep {

    private final Desk desk;
    private final long projectId;
    private final Sort sort;
    private final Numbers listed = new Numbers();

    ProjectSweep(Desk desk, long projectId, Sort sort) {
        this.desk = desk;
        this.projectId = projectId;
        this.sort = sort;
    }

    /** How a sweep ended. */
    sealed interface End {

        /** Everything was read, and so many items turned out to be gone. */
        record Done(long read, long gone) implements End {}

        /** So much would be gone that nothing was said to be. */
        record Held(long read, String reason) implements End {}

        /** The list cannot be read. */
        record Unreadable() implements End {}
    }

    End run(Numbers known, Loss loss) {
        if (!new ItemList(desk.gitLab(), projectId, sort).eachPage(this::take)) {
            return new End.Unreadable();
        }
        var gone = new ArrayList<Observation>();
        for (long iid : known.without(listed).toArray()) {
            look(iid).ifPresent(gone::add);
            if (loss.isTooMuch(gone.size())) {
                return new End.Held(listed.size(), loss.reason(gone.size()));
            }
        }
        desk.publish(gone);
        return new End.Done(listed.size(), gone.size());
    }

    /** Says that all of these are gone, as their project is. */
    End lost(Numbers known) {
        var gone = new ArrayList<Observation>();
        for (long iid : known.without(new Numbers()).toArray()) {
            look(iid).ifPresent(gone::add);
        }
        desk.publish(gone);
        return new End.Done(0, gone.size());
    }

    private void take(Page page) {
        var look = desk.look(Origin.SWEEP, desk.now());
        desk.publish(sort.sights(page.rows(), look));
        for (var row : page.rows()) {
            var iid = Values.id(row.path("iid"));
            if (iid != null) {
                listed.add(iid);
            }
        }
    }

    /** Asks for an item that no list shows: that it is gone, or nothing where it is there. */
    private Optional<Observation> look(long iid) {
        var key = new ItemKey(desk.host(), ItemKey.Container.PROJECT, projectId, sort.kind(), iid);
        var look = desk.look(Origin.SWEEP, desk.now());
        var path = ApiPath.of("/projects/{}/" + sort.word() + "/{}", projectId, iid);
        var answer = desk.gitLab().get(path);
        if (answer instanceof Answer.Found<JsonNode>(var row) && !isElsewhere(row)) {
            desk.publish(sort.sights(List.of(row), look));
        }
        return Optional.ofNullable(reason(answer)).map(reason -> Sights.gone(key, look, reason));
    }

    private @Nullable String reason(Answer<JsonNode> answer) {
        return switch (answer) {
            case Answer.Found<JsonNode>(var row) -> isElsewhere(row) ? "moved" : null;
            case Answer.NotFound<JsonNode> missing -> "deleted";
            case Answer.Forbidden<JsonNode> hidden -> "hidden";
            case Answer<JsonNode> other -> {
                other.orAway();
                yield null;
            }
        };
    }

    private boolean isElsewhere(JsonNode row) {
        var project = Values.id(row.path("project_id"));
        return Listed.movedTo(row).isPresent() || project == null || project != projectId;
    }
}
