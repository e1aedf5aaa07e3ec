package dev.pavior.intake.reading;

import dev.pavior.contract.v1.ReadCursor;
import dev.pavior.contract.v1.ReadJob;
import dev.pavior.contract.v1.ReadState;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which sweep is due: an interrupted one, one that was asked for, or the one of the night.
 *
 * @param last the newest run, null where there was none
 * @param wish what an operator asked for last
 * @param due when the next one is due by the clock
 */
record SweepPlan(@Nullable ReadCursor last, Optional<Wish> wish, Instant due, Instant now) {

    /**
     * A sweep to be run.
     *
     * @param confirms the scope whose loss is confirmed, null for a sweep of everything
     */
    record Turn(Instant begun, @Nullable String confirms) {}

    /**
     * What is due now.
     *
     * @param since from when on the clock counts where there was no run yet
     */
    static SweepPlan of(Desk desk, Instant since) {
        var last = desk.cursor(ReadJob.SWEEP, Sweep.ALL).orElse(null);
        var from = last == null ? since : last.getStartedAt();
        var next = desk.settings().sweepTimes().next(from.atZone(desk.settings().sweepZone()));
        return new SweepPlan(
                last,
                Wish.newest(desk, ReadJob.SWEEP),
                next == null ? Instant.MAX : next.toInstant(),
                desk.now());
    }

    Optional<Turn> next() {
        if (last != null && last.getState() == ReadState.RUNNING) {
            return Optional.of(new Turn(last.getStartedAt(), last.getPosition()));
        }
        var asked = wish.filter(w -> last == null || w.at().isAfter(last.getStartedAt()));
        if (asked.isPresent()) {
            return asked.map(w -> new Turn(w.at(), w.what()));
        }
        return due.isAfter(now) ? Optional.empty() : Optional.of(new Turn(now, null));
    }

    static void keep(Desk desk, Turn turn, ReadState state) {
        desk.keep(
                ReadCursor.newBuilder()
                        .setSource(desk.source())
                        .setJob(ReadJob.SWEEP)
                        .setScope(Sweep.ALL)
                        .setState(state)
                        .setPosition(turn.confirms())
                        .setDoneCount(0)
                        .setStartedAt(turn.begun())
                        .setUpdatedAt(desk.now()));
    }
}
