package dev.pavior.intake.reading;

import dev.pavior.contract.v1.ItemHistory;
import dev.pavior.contract.v1.ReadCursor;
import dev.pavior.contract.v1.ReadJob;
import dev.pavior.contract.v1.ReadState;
import dev.pavior.intake.gitlab.Page;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the histories of all items of all projects; a run goes on where it was interrupted. */
final class History {

    /** The scope of the cursor that tells of a whole run. */
    static final String ALL = "all";

    /** How many lists that failed are named. */
    private static final int NAMED = 10;

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

    /** Reads what this run has not yet read. */
    void run(Places places, HistoryTurn turn) {
        var shelves = shelves(places, turn);
        // Those of an earlier run become this run's own before it is said to have begun.
        shelves.forEach(Shelf::keep);
        var run = turn.cursor(desk, ALL).setDoneCount(done(shelves)).setTotalCount(total(shelves));
        desk.keep(run);
        pulse.begin(run.getDoneCount(), run.getTotalCount());
        var histories = new ItemHistories(desk);
        shelves.stream()
                .filter(shelf -> !shelf.isRead())
                .forEach(shelf -> read(shelf, run, histories));
        if (!isOvertaken(run)) {
            pulse.tell(true);
            end(run, shelves);
        }
    }

    private List<Shelf> shelves(Places places, HistoryTurn turn) {
        return places.projects().keySet().stream()
                .sorted()
                .flatMap(
                        project -> sorts.stream().map(s -> new ItemList(desk.gitLab(), project, s)))
                .map(list -> Shelf.of(desk, list, turn))
                .toList();
    }

    private static long done(List<Shelf> shelves) {
        return shelves.stream().mapToLong(Shelf::done).sum();
    }

    /** Of all lists, null as long as nobody knows it of one that is not read. */
    private static @Nullable Long total(List<Shelf> shelves) {
        long total = 0;
        for (var shelf : shelves) {
            var one = shelf.isRead() ? Long.valueOf(shelf.done()) : shelf.total();
            if (one == null) {
                return null;
            }
            total += one;
        }
        return total;
    }

    private void end(ReadCursor.Builder run, List<Shelf> shelves) {
        var failures = shelves.stream().map(Shelf::failure).flatMap(Optional::stream).toList();
        var named = failures.stream().limit(NAMED).collect(Collectors.joining("; "));
        var more = failures.size() > NAMED ? "; and " + (failures.size() - NAMED) + " more" : "";
        var good = failures.isEmpty();
        desk.keep(
                run.setState(good ? ReadState.DONE : ReadState.FAILED)
                        .setReason(good ? null : named + more));
    }

    /** Whether an operator wants it all anew. */
    private boolean isOvertaken(ReadCursor.Builder run) {
        return Wish.newest(desk, ReadJob.HISTORY)
                .filter(Wish::anew)
                .filter(wish -> wish.at().isAfter(run.getStartedAt()))
                .isPresent();
    }

    private void read(Shelf shelf, ReadCursor.Builder run, ItemHistories histories) {
        var goesOn = true;
        while (goesOn && !isOvertaken(run)) {
            var answer = desk.gitLab().page(shelf.next());
            var page = answer.orAway();
            page.ifPresent(found -> publish(found, shelf, histories));
            goesOn = page.map(shelf::pass).orElse(false);
            if (page.isEmpty()) {
                shelf.fail(answer.reason());
            }
            long read = page.map(found -> found.rows().size()).orElse(0);
            desk.keep(run.setDoneCount(run.getDoneCount() + read));
        }
    }

    private void publish(Page page, Shelf shelf, ItemHistories histories) {
        var letters =
                crew.each(page.rows(), row -> history(row, shelf, histories)).stream()
                        .flatMap(Optional::stream)
                        .map(this::letter)
                        .toList();
        desk.outbox().send(letters);
    }

    private Optional<ItemHistory> history(JsonNode row, Shelf shelf, ItemHistories histories) {
        var history = histories.read(row, shelf.sort());
        pulse.beat();
        return history;
    }

    private Letter letter(ItemHistory history) {
        return desk.letters().remembered(history, desk.host());
    }
}
