package dev.pavior.intake.health;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The counters of one instance at one moment, over all its runs.
 *
 * @param received all deliveries that came in
 * @param lines how many ended how
 * @param restarts how many times the instance was started again
 */
public record Sheet(long received, SortedMap<Line, Long> lines, int restarts) {

    static final Sheet EMPTY = new Sheet(0, new TreeMap<>(), 0);

    /** What nobody can tell the end of, because the process ended first. */
    private static final Line KILLED = new Line("unknown", "unavailable", "killed");

    public Sheet {
        lines = Collections.unmodifiableSortedMap(new TreeMap<>(lines));
    }

    /** All that ended. */
    public long ended() {
        return lines.values().stream().mapToLong(Long::longValue).sum();
    }

    /** By source, then by outcome. */
    public Map<String, Map<String, Long>> bySource() {
        var sources = new TreeMap<String, Map<String, Long>>();
        lines.forEach(
                (line, count) ->
                        sources.computeIfAbsent(line.source(), source -> new TreeMap<>())
                                .merge(line.outcome(), count, Long::sum));
        return sources;
    }

    /** What the next run starts from: those at hand were not answered and never will be. */
    Sheet resumed() {
        var settled = new TreeMap<>(lines);
        long atHand = received - ended();
        if (atHand > 0) {
            settled.merge(KILLED, atHand, Long::sum);
        }
        return new Sheet(received, settled, restarts + 1);
    }
}
