package dev.pavior.intake.reading;

import dev.pavior.contract.ItemKey;
import dev.pavior.contract.ItemKey.Container;
import dev.pavior.contract.v1.Observation;
import dev.pavior.contract.v1.Origin;
import dev.pavior.intake.gitlab.Answer;
import dev.pavior.intake.gitlab.ApiPath;
import dev.pavior.intake.gitlab.Page;
import dev.pavior.intake.reading.sight.Listed;
import dev.pavior.intake.reading.sight.Sights;
import dev.pavior.intake.reading.sight.Values;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The items of one sort in one project.
 *
 * @param isRead whether the project is one of those that are read
 */
record ProjectSweep(Desk desk, long projectId, Sort sort, boolean isRead) implements Stock {

    @Override
    public String scope() {
        return sort.word() + " of project " + projectId;
    }

    @Override
    public Numbers known(KnownItems known) {
        return known.of(Container.PROJECT, projectId, sort.kind());
    }

    @Override
    public Finding find(Numbers known, Loss loss) {
        // Items from outside of what we read came by hook; only their own project speaks of them.
        if (!isRead) {
            return isThere() ? new Finding.Foreign() : hidden(known, loss);
        }
        var listed = new Numbers();
        if (new ItemList(desk.gitLab(), projectId, sort).eachPage(page -> take(page, listed))) {
            return Finding.of(known, listed, loss, this::look);
        }
        return isThere() ? new Finding.Unreadable() : hidden(known, loss);
    }

    private boolean isThere() {
        return desk.gitLab().get(ApiPath.of("/projects/{}", projectId)).orAway().isPresent();
    }

    /** A project that cannot be seen hides everything that was known of it. */
    private Finding hidden(Numbers known, Loss loss) {
        var look = desk.look(Origin.SWEEP, desk.now());
        return Finding.of(
                known,
                new Numbers(),
                loss,
                iid -> Optional.of(Sights.gone(key(iid), look, "hidden")));
    }

    private void take(Page page, Numbers listed) {
        var look = desk.look(Origin.SWEEP, desk.now());
        desk.publish(sort.sights(page.rows(), look));
        for (var row : page.rows()) {
            var iid = Values.id(row.path("iid"));
            if (iid != null) {
                listed.add(iid);
            }
        }
    }

    private ItemKey key(long iid) {
        return new ItemKey(desk.host(), Container.PROJECT, projectId, sort.kind(), iid);
    }

    /** Asks for an item that no list shows: that it is gone, or nothing where it is there. */
    private Optional<Observation> look(long iid) {
        var look = desk.look(Origin.SWEEP, desk.now());
        var path = ApiPath.of("/projects/{}/" + sort.word() + "/{}", projectId, iid);
        var answer = desk.gitLab().get(path);
        if (answer instanceof Answer.Found<JsonNode>(var row) && !isElsewhere(row)) {
            desk.publish(sort.sights(List.of(row), look));
        }
        return Optional.ofNullable(reason(answer)).map(why -> Sights.gone(key(iid), look, why));
    }

    private @Nullable String reason(Answer<JsonNode> answer) {
        return switch (answer) {
            case Answer.Found<JsonNode>(var row) -> isElsewhere(row) ? "moved" : null;
            // GitLab says the same of what is deleted and of what we may no longer see.
            case Answer.NotFound<JsonNode> missing -> "missing";
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
