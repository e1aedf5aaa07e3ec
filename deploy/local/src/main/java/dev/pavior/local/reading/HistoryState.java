package dev.pavior.local.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * How far the histories of one source are read.
 *
 * @param source its name
 * @param state none, running, done, failed
 * @param reason what could not be read, empty where nothing failed
 * @param run when the run began, empty where there was none
 * @param done items that are read
 * @param total items that there are, 0 where nobody knows yet
 * @param perSecond items a second, 0 where nobody knows
 * @param secondsLeft at that rate, below 0 where nobody knows
 * @param trouble what keeps it from going on, empty where nothing does
 */
public record HistoryState(
        String source,
        String state,
        String reason,
        String run,
        long done,
        long total,
        double perSecond,
        long secondsLeft,
        String trouble) {

    private static final int WIDTH = 30;

    /** The states of all sources, out of what the intake tells. */
    static List<HistoryState> all(JsonNode reading) {
        var all = new ArrayList<HistoryState>();
        for (var source : reading.path("sources")) {
            all.add(of(source, source.path("history")));
        }
        return all;
    }

    private static HistoryState of(JsonNode source, JsonNode history) {
        return new HistoryState(
                source.path("name").asString(""),
                history.path("state").asString("none"),
                history.path("reason").asString(""),
                history.path("startedAt").asString(""),
                history.path("done").asLong(0),
                history.path("total").asLong(0),
                history.path("perSecond").asDouble(0),
                history.path("secondsLeft").asLong(-1),
                source.path("troubles").path("history").asString(""));
    }

    public boolean isDone() {
        return state.equals("done");
    }

    /** Whether it came to its end, and not all could be read. */
    public boolean isFailed() {
        return state.equals("failed");
    }

    public boolean isOver() {
        return isDone() || isFailed();
    }

    public boolean isRunning() {
        return state.equals("running");
    }

    /** A bar with numbers, on one line; without a bar where the end is not known or not reached. */
    public String line() {
        if (isFailed()) {
            return String.format("%-10s failed after %d, not read: %s", source, done, reason);
        }
        return text() + rate() + (trouble.isEmpty() ? "" : "  waits: " + trouble);
    }

    private String text() {
        if (isRunning() && total == 0) {
            return String.format("%-10s %d of an unknown number", source, done);
        }
        return String.format(
                Locale.ROOT,
                "%-10s [%s] %5.1f %%  %d of %d",
                source,
                bar(),
                percent(),
                done,
                Math.max(done, total));
    }

    private double percent() {
        if (isDone()) {
            return 100;
        }
        return total == 0 ? 0 : Math.min(100, 100.0 * done / total);
    }

    private String bar() {
        int filled = (int) (WIDTH * percent() / 100);
        return "#".repeat(filled) + "-".repeat(WIDTH - filled);
    }

    private String rate() {
        if (!isRunning() || perSecond <= 0) {
            return "";
        }
        var left = secondsLeft < 0 ? "" : String.format(Locale.ROOT, ", %s left", clock());
        return String.format(Locale.ROOT, "  %.0f/s%s", perSecond, left);
    }

    private String clock() {
        return String.format(
                Locale.ROOT,
                "%d:%02d:%02d",
                secondsLeft / 3600,
                secondsLeft / 60 % 60,
                secondsLeft % 60);
    }
}
