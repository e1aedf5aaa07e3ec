package dev.pavior.intake.reading;

import dev.pavior.contract.v1.ReadCursor;
import dev.pavior.contract.v1.ReadJob;
import dev.pavior.contract.v1.ReadState;
import dev.pavior.intake.gitlab.ApiPath;
import dev.pavior.intake.gitlab.Page;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The items of one sort in one project, and how far their histories are read. */
final class Shelf {

    private final Desk desk;
    private final ItemList list;
    private final ReadCursor.Builder cursor;

    private Shelf(Desk desk, ItemList list, ReadCursor.Builder cursor) {
        this.desk = desk;
        this.list = list;
        this.cursor = cursor;
    }

    /** A shelf as this run has left it, or the one that it takes up. */
    static Shelf of(Desk desk, ItemList list, HistoryTurn turn) {
        var scope = list.sort().word() + " of project " + list.projectId();
        var kept = desk.cursor(ReadJob.HISTORY, scope).filter(turn::has);
        return new Shelf(
                desk,
                list,
                kept.map(before -> again(before, list, turn))
                        .orElseGet(() -> begun(desk, scope, list, turn)));
    }

    private static ReadCursor.Builder again(ReadCursor before, ItemList list, HistoryTurn turn) {
        var cursor = ReadCursor.newBuilder(before).setStartedAt(turn.begun());
        if (before.getState() == ReadState.FAILED) {
            cursor.setState(ReadState.RUNNING).setReason(null);
            cursor.setTotalCount(total(list));
            cursor.setDoneCount(before.getPosition() == null ? 0 : before.getDoneCount());
        }
        return cursor;
    }

    private static ReadCursor.Builder begun(
            Desk desk, String scope, ItemList list, HistoryTurn turn) {
        return turn.cursor(desk, scope).setTotalCount(total(list));
    }

    private static @Nullable Long total(ItemList list) {
        var total = list.total();
        return total.isPresent() ? Long.valueOf(total.getAsLong()) : null;
    }

    String scope() {
        return cursor.getScope();
    }

    Sort sort() {
        return list.sort();
    }

    long done() {
        return cursor.getDoneCount();
    }

    /** How many items there are, null where nobody knows. */
    @Nullable Long total() {
        return cursor.getTotalCount();
    }

    boolean isRead() {
        return cursor.getState() == ReadState.DONE;
    }

    Optional<String> failure() {
        return cursor.getState() == ReadState.FAILED
                ? Optional.of(scope() + ": " + cursor.getReason())
                : Optional.empty();
    }

    /** Where it is to be read on. */
    ApiPath next() {
        var position = cursor.getPosition();
        return position == null ? list.first() : new ApiPath(position);
    }

    /** Only when the broker has a page's histories does the cursor pass it; whether more follow. */
    boolean pass(Page page) {
        var next = list.after(page);
        cursor.setDoneCount(cursor.getDoneCount() + page.rows().size());
        cursor.setPosition(next == null ? null : next.text());
        cursor.setState(next == null ? ReadState.DONE : ReadState.RUNNING);
        keep();
        return next != null;
    }

    /** Says that it cannot be read on; a list that its project has switched off has nothing. */
    void fail(String reason) {
        var off = list.isOff();
        cursor.setState(off ? ReadState.DONE : ReadState.FAILED).setReason(off ? null : reason);
        keep();
    }

    void keep() {
        desk.keep(cursor);
    }
}
