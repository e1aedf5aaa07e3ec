package dev.pavior.intake.reading;

import java.util.Locale;

/**
 * How many items a sweep may find gone before somebody is asked.
 *
 * @param known how many items there are
 * @param most the part of them that may be lost
 * @param few the number that may be lost in any case
 */
record Loss(long known, double most, int few) {

    boolean isTooMuch(long lost) {
        return lost > few && lost > known * most;
    }

    /** Why a sweep holds. */
    String reason(long lost) {
        return String.format(
                Locale.ROOT,
                "would lose at least %d of %d items (%.1f %%)",
                lost,
                known,
                100.0 * lost / Math.max(1, known));
    }
}
