package dev.pavior.intake.domain;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When the item was seen in which state, so that the start of its present state can be told even
 * where no payload says it and the sights come in any order.
 *
 * @param mergedSince earliest time it was seen merged
 * @param seen the {@value #KEPT} most telling times and what the state was then
 */
public record StateTimes(@Nullable Instant mergedSince, NavigableMap<Instant, State> seen) {

    /** Only a sight later than this many others could be judged wrongly. */
    static final int KEPT = 64;

    /** Nothing seen yet. */
    public static final StateTimes NONE = new StateTimes(null, new TreeMap<>());

    private static final Comparator<Instant> NEWEST_FIRST =
            Comparator.<Instant, Instant>comparing(Age::latestOf)
                    .thenComparing(Comparator.naturalOrder())
                    .reversed();

    public StateTimes {
        seen = Collections.unmodifiableNavigableMap(new TreeMap<>(seen));
    }

    StateTimes with(Instant at, State state) {
        var more = new TreeMap<>(seen);
        more.merge(at, state, (one, other) -> one.compareTo(other) >= 0 ? one : other);
        while (more.size() > KEPT) {
            more.remove(leastTelling(more));
        }
        return new StateTimes(state == State.MERGED ? earlier(at) : mergedSince, more);
    }

    /** The earliest sight of the present closure; null while the item is not closed. */
    @Nullable Instant closedSince() {
        return seen.keySet().stream()
                .sorted(NEWEST_FIRST)
                .takeWhile(at -> seen.get(at) == State.CLOSED)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The first time between two others of its state, which says nothing; else the oldest. */
    private static Instant leastTelling(NavigableMap<Instant, State> times) {
        for (var entry : times.entrySet()) {
            var before = times.lowerEntry(entry.getKey());
            var after = times.higherEntry(entry.getKey());
            if (before != null
                    && after != null
                    && before.getValue() == entry.getValue()
                    && after.getValue() == entry.getValue()) {
                return entry.getKey();
            }
        }
        return times.firstKey();
    }

    private Instant earlier(Instant at) {
        return mergedSince == null || at.isBefore(mergedSince) ? at : mergedSince;
    }
}
