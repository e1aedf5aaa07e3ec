package dev.pavior.intake.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pavior.contract.v1.HistoryEvent;
import java.util.Comparator;
import java.util.List;

/**
 * The changes of an item in order, as many of the newest as fit a record.
 *
 * @param cut whether older ones were left out
 */
record Timeline(List<HistoryEvent> events, boolean cut) {

    /** What fits a record of one megabyte with everything else in it. */
    static final int LIMIT = 900 * 1024;

    // More than the numbers and marks of one event ever take.
    private static final int NUMBERS = 48;

    /** When one scoped label replaces another both have the same time, and going comes first. */
    private static final Comparator<HistoryEvent> ORDER =
            Comparator.comparing(HistoryEvent::getAt)
                    .thenComparing(HistoryEvent::getAdded)
                    .thenComparing(HistoryEvent::getKind)
                    .thenComparingLong(HistoryEvent::getEventId);

    static Timeline of(List<HistoryEvent> events) {
        var sorted = events.stream().sorted(ORDER).toList();
        int from = sorted.size();
        for (int size = 0; from > 0; from--) {
            size += size(sorted.get(from - 1));
            if (size > LIMIT) {
                break;
            }
        }
        return new Timeline(sorted.subList(from, sorted.size()), from > 0);
    }

    private static int size(HistoryEvent event) {
        var label = event.getLabel();
        return NUMBERS + (label == null ? 0 : label.getBytes(UTF_8).length);
    }
}
