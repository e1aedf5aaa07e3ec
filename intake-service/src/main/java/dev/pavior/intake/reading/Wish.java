package dev.pavior.intake.reading;

import dev.pavior.contract.v1.ReadCursor;
import dev.pavior.contract.v1.ReadJob;
import dev.pavior.contract.v1.ReadState;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an operator asked for, at whichever instance: the cursors carry it to the one that reads.
 *
 * @param at when
 * @param what more than the job itself: a new beginning, or the scope that is confirmed
 */
record Wish(Instant at, @Nullable String what) {

    static final String ANEW = "anew";
    private static final String SCOPE = "asked";

    static Optional<Wish> newest(Desk desk, ReadJob job) {
        return desk.cursor(job, SCOPE)
                .map(cursor -> new Wish(cursor.getStartedAt(), cursor.getPosition()));
    }

    static void make(Desk desk, ReadJob job, @Nullable String what) {
        desk.keep(
                ReadCursor.newBuilder()
                        .setSource(desk.source())
                        .setJob(job)
                        .setScope(SCOPE)
                        .setState(ReadState.DONE)
                        .setPosition(what)
                        .setReason("an operator asked")
                        .setDoneCount(0)
                        .setStartedAt(desk.now())
                        .setUpdatedAt(desk.now()));
    }

    boolean anew() {
        return ANEW.equals(what);
    }
}
