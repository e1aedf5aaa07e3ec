package dev.pavior.intake.health;

import java.util.TreeMap;

/** Counts deliveries as they come and end; it never waits for anything. */
public final class Ledger {

    private final TreeMap<Line, Long> lines = new TreeMap<>();
    private long received;
    private int restarts;

    /** Counts one that came in, and numbers it. */
    public synchronized long received() {
        return ++received;
    }

    /** Counts how one ended. */
    public synchronized void ended(Line line) {
        lines.merge(line, 1L, Long::sum);
    }

    /** One that had ended in one way turned out to end in another. */
    public synchronized void changed(Line before, Line after) {
        lines.computeIfPresent(before, (line, count) -> count == 1 ? null : count - 1);
        ended(after);
    }

    /** How many times the instance was started again. */
    public synchronized int restarts() {
        return restarts;
    }

    /** The counters now. */
    public synchronized Sheet sheet() {
        return new Sheet(received, lines, restarts);
    }

    /** Goes on from where the run before ended; what came in meanwhile comes on top. */
    synchronized void resume(Sheet last) {
        var start = last.resumed();
        received += start.received();
        start.lines().forEach((line, count) -> lines.merge(line, count, Long::sum));
        restarts = start.restarts();
    }
}
