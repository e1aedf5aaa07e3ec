package dev.pavior.metrics.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * The number in a cell, and how it came about.
 *
 * @param cell where it stands
 * @param amount the number
 * @param changedBy key of the item that last changed it
 * @param knownSince when we came to know of that change, by our clock
 */
public record Score(
        Cell cell, Amount amount, Optional<String> changedBy, Optional<Instant> knownSince) {

    /** The score of a cell that nothing ever counted in. */
    public static Score none(Cell cell) {
        return new Score(cell, Amount.NONE, Optional.empty(), Optional.empty());
    }
}
