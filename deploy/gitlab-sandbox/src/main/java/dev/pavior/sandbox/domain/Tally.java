package dev.pavior.sandbox.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Counts what really happened to each item, so that a test can tell how much may be told of it. */
public final class Tally implements Consumer<Happening> {

    /** How often an item changed, and whether that includes that it was opened, or deleted. */
    public record Count(int changes, boolean opened, boolean gone) {

        private Count plus(Count more) {
            return new Count(changes + more.changes, opened || more.opened, gone || more.gone);
        }
    }

    private final Map<String, Count> counts = new HashMap<>();
    private long total;

    @Override
    public synchronized void accept(Happening happening) {
        if (happening instanceof Happening.ToItem told) {
            boolean opening =
                    happening instanceof Happening.Changed changed
                            && changed.action().equals("open");
            count(told.item(), new Count(1, opening, false));
        }
    }

    /** Counts a change that no hook tells. */
    public synchronized void count(Item item) {
        count(item, new Count(1, false, false));
    }

    /** Counts that an item was deleted, which no hook tells either. */
    public synchronized void countGone(Item item) {
        count(item, new Count(1, false, true));
    }

    private void count(Item item, Count one) {
        counts.merge(name(item), one, Count::plus);
        total++;
    }

    /** As the API's paths have it: project or group, kind and number. */
    private static String name(Item item) {
        return item.home().id() + "/" + item.segment() + "/" + item.iid();
    }

    public synchronized Map<String, Count> counts() {
        return new TreeMap<>(counts);
    }

    public synchronized long total() {
        return total;
    }

    /** Counts from nothing again. */
    public synchronized void clear() {
        counts.clear();
        total = 0;
    }
}
