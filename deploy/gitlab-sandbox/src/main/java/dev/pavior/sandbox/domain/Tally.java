package dev.pavior.sandbox.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Counts what really happened to each item, so that a test can tell how much may be told of it. */
public final class Tally implements Consumer<Happening> {

    /** How often an item changed, and whether that includes that it was opened. */
    public record Count(int changes, boolean opened) {

        private Count plus(boolean opening) {
            return new Count(changes + 1, opened || opening);
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
            count(name(told.item()), opening);
        }
    }

    private void count(String item, boolean opening) {
        counts.merge(item, new Count(1, opening), (then, one) -> then.plus(opening));
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
