package dev.pavior.intake.reading;

import dev.pavior.contract.v1.ItemHistory;
import dev.pavior.contract.v1.ReadCursor;
import dev.pavior.contract.v1.ReadJob;
import dev.pavior.contract.v1.ReadState;
import dev.pavior.intake.gitlab.ApiPath;
import dev.pavior.intake.gitlab.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the histories of all items of all projects; a run goes on where it was interrupted. */
final class History {

    /** The scope of the cursor that tells of a whole run. */
    static final String ALL = "all";

    private final Desk desk;
    private final List<Sort> sorts;
    private final Pulse pulse;
    private final Crew crew;

    /** A reader of histories, which tells how far it is. */
    History(Desk desk, List<Sort> sorts, Pulse pulse) {
        this.desk = desk;
        this.sorts = sorts;
        this.pulse = pulse;
        this.crew = new Crew(desk.settings().atOnce());
    }

    /**
     * Reads what this run has not yet read.
     *
     * @param begun when the run began
     */
    void run(Places places, Instant begun) {
        var shelves = new ArrayList<Shelf>();
        for (var project : places.projects().keySet().stream().sorted().toList()) {
            for (var sort : sorts) {
                shelves.add(shelf(project, sort, begun));
            }
        }
        var done = shelves.stream().mapToLong(shelf -> shelf.cursor.getDoneCount()).sum();
        var total = shelves.stream().mapToLong(Shelf::total).sum();
        var run = cursor(ALL, begun).setDoneCount(done).setTotalCount(total);
        desk.keep(run.setState(ReadState.RUNNING));
        pulse.begin(done, total);
        var histories = new ItemHistories(desk);
        shelves.forEach(shelf -> read(shelf, run, histories));
        if (!isOvertaken(begun)) {
            pulse.tell(true);
            desk.keep(run.setState(ReadState.DONE));
        }
    }

    /** Whether an operator wants it all anew. */
    private boolean isOvertaken(Instant begun) {
        return Wish.newest(desk, ReadJob.HISTORY)
                .filter(Wish::anew)
                .filter(wish -> wish.at().isAfter(begun))
                .isPresent();
    }

    /** The items of one sort in one project, and how far they are read. */
    private record Shelf(ItemList list, ReadCursor.Builder cursor) {

        long total() {
            return cursor.getTotalCount() == null ? 0 : cursor.getTotalCount();
        }
    }

    private Shelf shelf(long project, Sort sort, Instant begun) {
        var list = new ItemList(desk.gitLab(), project, sort);
        var scope = sort.word() + " of project " + project;
        var kept =
                desk.cursor(ReadJob.HISTORY, scope)
                        .filter(cursor -> cursor.getStartedAt().equals(begun));
        return new Shelf(
                list,
                kept.map(ReadCursor::newBuilder)
                        .orElseGet(() -> cursor(scope, begun).setTotalCount(list.total())));
    }

    private ReadCursor.Builder cursor(String scope, Instant begun) {
        return ReadCursor.newBuilder()
                .setSource(desk.source())
                .setJob(ReadJob.HISTORY)
                .setScope(scope)
                .setState(ReadState.RUNNING)
                .setDoneCount(0)
                .setStartedAt(begun)
                .setUpdatedAt(desk.now());
    }

    private void read(Shelf shelf, ReadCursor.Builder run, ItemHistories histories) {
        if (shelf.cursor.getState() == ReadState.DONE) {
            return;
        }
        var position = shelf.cursor.getPosition();
        @Nullable ApiPath next = position == null ? shelf.list.first() : new ApiPath(position);
        while (next != null && !isOvertaken(run.getStartedAt())) {
            var page = desk.gitLab().page(next).orAway();
            next = page.map(Page::next).orElse(null);
            page.ifPresent(found -> publish(found, shelf, histories));
            keep(shelf, run, page, next);
        }
    }

    private void publish(Page page, Shelf shelf, ItemHistories histories) {
        var letters =
                crew
                        .each(
                                page.rows(),
                                row -> {
                                    var history = histories.read(row, shelf.list.sort());
                                    pulse.beat();
                                    return history;
                                })
                        .stream()
                        .flatMap(Optional::stream)
                        .map(this::letter)
                        .toList();
        desk.outbox().send(letters);
    }

    private Letter letter(ItemHistory history) {
        return desk.letters().remembered(history, desk.host());
    }

    /** Only when the broker has a page's histories does the cursor pass it. */
    private void keep(
            Shelf shelf, ReadCursor.Builder run, Optional<Page> page, @Nullable ApiPath next) {
        long read = page.map(found -> found.rows().size()).orElse(0);
        var state = next == null ? ReadState.DONE : ReadState.RUNNING;
        desk.keep(
                shelf.cursor
                        .setDoneCount(shelf.cursor.getDoneCount() + read)
                        .setPosition(next == null ? null : next.text())
                        .setReason(page.isEmpty() ? "GitLab does not show the list" : null)
                        .setState(page.isEmpty() ? ReadState.FAILED : state));
        desk.keep(run.setDoneCount(run.getDoneCount() + read));
    }
}
