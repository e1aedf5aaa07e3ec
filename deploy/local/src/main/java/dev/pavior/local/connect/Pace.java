package dev.pavior.local.connect;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Draws how far reading is, with its rate and what time is left. */
final class Pace {

    private static final int WIDTH = 24;

    private final long expected;
    private final Instant begun;
    private long first = -1;

    /**
     * A pace from now on.
     *
     * @param expected how many items there were by GitLab's count; 0 where only changes are read
     */
    Pace(long expected, Instant begun) {
        this.expected = expected;
        this.begun = begun;
    }

    String line(ReadingState state, Instant now) {
        if (!state.troubles().isEmpty()) {
            return "waits: " + String.join("; ", state.troubles());
        }
        // Lists that change while they are read show some items twice.
        long total = expected > 0 ? expected : state.total();
        long done = Math.min(state.done(), total);
        if (total == 0) {
            return "asking what has changed";
        }
        // What an interrupted run had read is no merit of this one.
        first = first < 0 ? done : first;
        double seconds = Math.max(0.001, Duration.between(begun, now).toMillis() / 1000.0);
        double rate = (done - first) / seconds;
        return bar(done, total)
                + String.format(Locale.ROOT, " %,d of %,d items", done, total)
                + (rate > 0
                        ? String.format(Locale.ROOT, ", %.0f a second", rate)
                                + left(total - done, rate)
                        : "");
    }

    private static String bar(long done, long total) {
        long share = Math.min(100, 100 * done / total);
        int full = (int) (share * WIDTH / 100);
        return "["
                + "#".repeat(full)
                + ".".repeat(WIDTH - full)
                + String.format(Locale.ROOT, "] %3d %%", share);
    }

    private static String left(long items, double rate) {
        long seconds = (long) (Math.max(0, items) / rate);
        if (seconds == 0) {
            return "";
        }
        return seconds < 120
                ? String.format(Locale.ROOT, ", %d s left", seconds)
                : String.format(Locale.ROOT, ", %d min left", seconds / 60);
    }
}
