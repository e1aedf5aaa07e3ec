package dev.pavior.metrics.domain;

import java.util.Map;

/** What one state of an item means for the numbers. */
public sealed interface Restatement {

    /** A duplicate or an older state than the one counted: nothing to do. */
    record Stale() implements Restatement {}

    /**
     * A newer state.
     *
     * @param counted what is counted for the item from now on
     * @param deltas what to add to each cell that changes; empty where the numbers stay
     */
    record Restated(Counted counted, Map<Cell, Amount> deltas) implements Restatement {}
}
