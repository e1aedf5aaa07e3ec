package dev.pavior.intake.domain;

import java.time.Instant;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When the item was last there, and when it was looked for in vain after that.
 *
 * @param lastSeen null where it was never there
 * @param missed the times, and for each why it was not found
 */
public record Presence(@Nullable Instant lastSeen, NavigableMap<Instant, String> missed) {

    /** Neither seen nor missed. */
    public static final Presence UNKNOWN = new Presence(null, new TreeMap<>());

    /** The first and the newest say when it went and why; those between only bridge late news. */
    static final int KEPT = 16;

    public Presence {
        var after = new TreeMap<>(lastSeen == null ? missed : missed.tailMap(lastSeen, false));
        while (after.size() > KEPT) {
            after.remove(after.higherKey(after.firstKey()));
        }
        missed = Collections.unmodifiableNavigableMap(after);
    }

    /** That it was there at a time. */
    public static Presence seen(Instant at) {
        return new Presence(at, new TreeMap<>());
    }

    /** That it was not found at a time. */
    public static Presence missed(Instant at, String reason) {
        var missed = new TreeMap<Instant, String>();
        missed.put(at, reason);
        return new Presence(null, missed);
    }

    Presence merge(Presence other) {
        var all = new TreeMap<>(missed);
        other.missed.forEach((at, why) -> all.merge(at, why, Presence::greater));
        return new Presence(later(lastSeen, other.lastSeen), all);
    }

    /** Since when and why the item is gone; null while it is there, or nobody looked. */
    @Nullable Gone gone() {
        return missed.isEmpty() ? null : new Gone(missed.firstKey(), missed.lastEntry().getValue());
    }

    private static String greater(String one, String other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
