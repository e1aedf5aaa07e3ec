package dev.pavior.intake.reading;

import dev.pavior.contract.v1.ReadCursor;
import dev.pavior.contract.v1.ReadJob;
import dev.pavior.contract.v1.ReadState;
import dev.pavior.intake.gitlab.Answer;
import dev.pavior.intake.gitlab.ApiPath;
import dev.pavior.intake.reading.ProjectSweep.End;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads every item of every project, and what is not there any more it calls gone. */
final class Sweep {

    /** The scope of the cursor that tells of a whole run. */
    static final String ALL = "all";

    private static final Logger log = LoggerFactory.getLogger(Sweep.class);

    private final Desk desk;
    private final List<Sort> sorts;
    private final Supplier<KnownItems> scan;

    Sweep(Desk desk, List<Sort> sorts, Supplier<KnownItems> scan) {
        this.desk = desk;
        this.sorts = sorts;
        this.scan = scan;
    }

    /**
     * Sweeps all projects, those excepted that this run has swept before it was interrupted.
     *
     * @param begun when the run began
     */
    void run(Places places, List<Epics> epics, Instant begun) {
        var known = scan.get();
        epics.forEach(Epics::sweep);
        for (var project : projects(places, known)) {
            for (var sort : sorts) {
                if (!isDone(scope(project, sort), begun)) {
                    sweep(project, sort, known, terms(places, project, begun, false));
                }
            }
        }
    }

    /**
     * Goes on with what was held: however much is gone may be gone.
     *
     * @param which a scope, or all
     */
    void confirm(Places places, Instant begun, String which) {
        var known = scan.get();
        for (var project : projects(places, known)) {
            for (var sort : sorts) {
                var scope = scope(project, sort);
                if (isHeld(scope) && (which.equals(ALL) || which.equals(scope))) {
                    sweep(project, sort, known, terms(places, project, begun, true));
                }
            }
        }
    }

    private static Set<Long> projects(Places places, KnownItems known) {
        var projects = new TreeSet<>(places.projects().keySet());
        projects.addAll(known.projects());
        return projects;
    }

    private static Terms terms(Places places, long project, Instant begun, boolean confirmed) {
        return new Terms(begun, confirmed, places.projects().containsKey(project));
    }

    /** On which terms a project is swept. */
    private record Terms(Instant begun, boolean confirmed, boolean listed) {}

    private static String scope(long project, Sort sort) {
        return sort.word() + " of project " + project;
    }

    private boolean isDone(String scope, Instant begun) {
        return desk.cursor(ReadJob.SWEEP, scope)
                .filter(cursor -> !cursor.getStartedAt().isBefore(begun))
                .filter(cursor -> cursor.getState() == ReadState.DONE)
                .isPresent();
    }

    private boolean isHeld(String scope) {
        return desk.cursor(ReadJob.SWEEP, scope)
                .filter(cursor -> cursor.getState() == ReadState.HELD)
                .isPresent();
    }

    private void sweep(long project, Sort sort, KnownItems known, Terms terms) {
        var items = known.of(project, sort.kind());
        // Items from outside of what we read came by hook; only their own project speaks of them.
        if (!terms.listed() && isThere(project)) {
            return;
        }
        var most = terms.confirmed() ? 1.0 : desk.settings().mostLost();
        var loss = new Loss(items.size(), most, desk.settings().fewLost());
        var end = new ProjectSweep(desk, project, sort).run(items, loss);
        keep(scope(project, sort), terms.begun(), missing(end, items, loss, project, sort));
    }

    /** A project that cannot be listed has lost everything that was known of it. */
    private End missing(End end, Numbers items, Loss loss, long project, Sort sort) {
        if (!(end instanceof End.Unreadable) || items.size() == 0 || isThere(project)) {
            return end;
        }
        if (loss.isTooMuch(items.size())) {
            return new End.Held(0, loss.reason(items.size()));
        }
        return new ProjectSweep(desk, project, sort).lost(items);
    }

    private boolean isThere(long project) {
        var answer = desk.gitLab().get(ApiPath.of("/projects/{}", project));
        return answer instanceof Answer.Found || answer.orAway().isPresent();
    }

    private void keep(String scope, Instant begun, End end) {
        var cursor =
                ReadCursor.newBuilder()
                        .setSource(desk.source())
                        .setJob(ReadJob.SWEEP)
                        .setScope(scope)
                        .setStartedAt(begun)
                        .setUpdatedAt(desk.now());
        desk.keep(
                switch (end) {
                    case End.Done(long read, long gone) ->
                            filled(cursor, ReadState.DONE, null, read).setRepairedCount(gone);
                    case End.Held(long read, String reason) -> {
                        log.atError()
                                .addKeyValue("source", desk.source())
                                .addKeyValue("scope", scope)
                                .log("The sweep holds and asks for an operator: it {}", reason);
                        yield filled(cursor, ReadState.HELD, reason, read);
                    }
                    case End.Unreadable() ->
                            filled(cursor, ReadState.FAILED, "GitLab does not show the list", 0);
                });
    }

    private static ReadCursor.Builder filled(
            ReadCursor.Builder cursor, ReadState state, @Nullable String reason, long read) {
        return cursor.setState(state).setReason(reason).setDoneCount(read);
    }
}
