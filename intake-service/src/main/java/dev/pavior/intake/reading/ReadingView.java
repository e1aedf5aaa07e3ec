package dev.pavior.intake.reading;

import dev.pavior.contract.v1.ReadCursor;
import dev.pavior.contract.v1.ReadJob;
import dev.pavior.contract.v1.ReadState;
import dev.pavior.intake.gitlab.Budget;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far reading is, as people see it.
 *
 * @param owner whether the instance that was asked is the one that reads
 */
record ReadingView(boolean owner, List<SourceView> sources) {

    /**
     * How far one source is.
     *
     * @param troubles what keeps jobs from going on, by job
     * @param history how far the histories are
     */
    record SourceView(
            String name,
            String host,
            Budget.Use budget,
            Map<String, String> troubles,
            HistoryView history,
            List<JobView> jobs) {}

    /**
     * How far the histories are.
     *
     * @param state none where nobody ever asked for them
     * @param reason which lists could not be read, where it failed
     * @param percent null where nobody knows how many there are, or where not all could be read
     */
    record HistoryView(
            String state,
            @Nullable String reason,
            long done,
            @Nullable Long total,
            @Nullable Double percent,
            @Nullable Double perSecond,
            @Nullable Long secondsLeft,
            @Nullable Instant startedAt) {}

    /** How far one cursor is. */
    record JobView(
            String job,
            String scope,
            String state,
            @Nullable String reason,
            @Nullable Instant upTo,
            long done,
            @Nullable Long total,
            long repaired,
            Instant startedAt,
            Instant updatedAt) {}

    static ReadingView of(Reading reading) {
        var troubles = reading.troubles();
        return new ReadingView(
                reading.isOwner(),
                reading.desks().stream().map(desk -> source(reading, desk, troubles)).toList());
    }

    private static SourceView source(Reading reading, Desk desk, Map<String, String> troubles) {
        return new SourceView(
                desk.source(),
                desk.host(),
                desk.gitLab().budget().use(),
                troubles,
                history(reading, desk),
                desk.cursors().of(desk.source()).stream().map(ReadingView::job).toList());
    }

    private static HistoryView history(Reading reading, Desk desk) {
        var run = desk.cursor(ReadJob.HISTORY, History.ALL);
        if (run.isEmpty()) {
            return new HistoryView("none", null, 0, null, null, null, null, null);
        }
        var cursor = run.get();
        var live = reading.pulse(desk).reading();
        var isLive = reading.isOwner() && cursor.getState() == ReadState.RUNNING;
        var done = isLive ? Math.max(live.done(), cursor.getDoneCount()) : cursor.getDoneCount();
        return new HistoryView(
                word(cursor.getState()),
                cursor.getReason(),
                done,
                cursor.getTotalCount(),
                percent(cursor, done),
                isLive ? live.perSecond() : null,
                isLive ? live.secondsLeft() : null,
                cursor.getStartedAt());
    }

    private static @Nullable Double percent(ReadCursor cursor, long done) {
        return switch (cursor.getState()) {
            case DONE -> 100.0;
            case FAILED -> null;
            default -> Pulse.percent(done, cursor.getTotalCount());
        };
    }

    private static JobView job(ReadCursor cursor) {
        return new JobView(
                cursor.getJob().name().toLowerCase(Locale.ROOT),
                cursor.getScope(),
                word(cursor.getState()),
                cursor.getReason(),
                cursor.getUpTo(),
                cursor.getDoneCount(),
                cursor.getTotalCount(),
                cursor.getRepairedCount(),
                cursor.getStartedAt(),
                cursor.getUpdatedAt());
    }

    private static String word(ReadState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
