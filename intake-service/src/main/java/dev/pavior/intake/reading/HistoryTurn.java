package dev.pavior.intake.reading;

import dev.pavior.contract.v1.ReadCursor;
import dev.pavior.contract.v1.ReadJob;
import dev.pavior.contract.v1.ReadState;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run through all histories: one that goes on, or one that was asked for.
 *
 * @param begun when it began
 * @param before when the run began of which it takes over what was read, null where all is anew
 */
record HistoryTurn(Instant begun, @Nullable Instant before) {

    /** What is to be run now. */
    static Optional<HistoryTurn> next(Desk desk) {
        var last = desk.cursor(ReadJob.HISTORY, History.ALL);
        var begun = last.map(ReadCursor::getStartedAt).orElse(Instant.EPOCH);
        var wish = Wish.newest(desk, ReadJob.HISTORY).filter(w -> w.at().isAfter(begun));
        var runs = last.filter(known -> known.getState() == ReadState.RUNNING).isPresent();
        if (runs && wish.filter(Wish::anew).isEmpty()) {
            return Optional.of(new HistoryTurn(begun, null));
        }
        return wish.map(w -> new HistoryTurn(w.at(), w.anew() ? null : begun));
    }

    /** Whether a cursor is of this run, or of the one that it takes over. */
    boolean has(ReadCursor cursor) {
        return cursor.getStartedAt().equals(begun) || cursor.getStartedAt().equals(before);
    }

    /** A cursor of this run that has read nothing yet. */
    ReadCursor.Builder cursor(Desk desk, String scope) {
        return ReadCursor.newBuilder()
                .setSource(desk.source())
                .setJob(ReadJob.HISTORY)
                .setScope(scope)
                .setState(ReadState.RUNNING)
                .setDoneCount(0)
                .setStartedAt(begun)
                .setUpdatedAt(desk.now());
    }
}
