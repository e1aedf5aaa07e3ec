package dev.pavior.intake.reading;

import dev.pavior.contract.v1.ReadCursor;
import dev.pavior.contract.v1.ReadJob;
import dev.pavior.contract.v1.ReadState;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an operator or the hook doctor asked for, at whichever instance: the cursors carry it to the
 * one that reads.
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
                        .setReason("it was asked for")
                        .setDoneCount(0)
                        .setStartedAt(desk.now())
                        .setUpdatedAt(desk.now()));
    }

    /** Asks to look again since then, and since what was asked before and is not done yet. */
    static void again(Desk desk, Instant since) {
        var open =
                newest(desk, ReadJob.RECONCILE)
                        .filter(
                                wish ->
                                        desk.cursors().of(desk.source()).stream()
                                                .anyMatch(wish::isOpen))
                        .map(Wish::since)
                        .orElse(null);
        make(desk, ReadJob.RECONCILE, earlier(since, open).toString());
    }

    /** How far back the next look reaches: the usual overlap, or as far as was asked. */
    static Instant reach(Desk desk, String scope, Instant upTo) {
        var usual = upTo.minus(desk.settings().overlap());
        var last = desk.cursor(ReadJob.RECONCILE, scope);
        return newest(desk, ReadJob.RECONCILE)
                .filter(wish -> last.isEmpty() || wish.isOpen(last.get()))
                .map(wish -> earlier(usual, wish.since()))
                .orElse(usual);
    }

    /**
     * Whether the last look was none that began after the wish and came to its end; one that failed
     * goes on where it was.
     */
    private boolean isOpen(ReadCursor look) {
        return look.getJob() == ReadJob.RECONCILE
                && !look.getScope().equals(SCOPE)
                && look.getState() != ReadState.FAILED
                && (look.getState() == ReadState.RUNNING || !look.getStartedAt().isAfter(at));
    }

    private static Instant earlier(Instant one, @Nullable Instant other) {
        return other != null && other.isBefore(one) ? other : one;
    }

    private @Nullable Instant since() {
        try {
            return what == null ? null : Instant.parse(what);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    boolean anew() {
        return ANEW.equals(what);
    }
}
