package dev.pavior.sandbox.domain;

import java.time.Instant;
import java.util.Comparator;

/** A place in an order of times, where equal times are told apart by id. */
public record Stamp(Instant at, long id) implements Comparable<Stamp> {

    private static final Comparator<Stamp> ORDER =
            Comparator.comparing(Stamp::at).thenComparingLong(Stamp::id);

    @Override
    public int compareTo(Stamp other) {
        return ORDER.compare(this, other);
    }
}
