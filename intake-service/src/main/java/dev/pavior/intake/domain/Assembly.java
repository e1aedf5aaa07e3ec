package dev.pavior.intake.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one more sight makes of an item. */
public sealed interface Assembly {

    /** What is to be remembered from now on. */
    Memory memory();

    /** The sight told nothing new. */
    record Unchanged(Memory memory) implements Assembly {}

    /**
     * The sight changed what is known.
     *
     * @param facts the present state
     * @param revision its number, counted from 1 without gaps
     * @param validFrom since when it holds, by GitLab's clock
     * @param observedAt when we came to know it
     * @param cause the sight that brought it
     */
    record Revised(
            Memory memory,
            Facts facts,
            long revision,
            Instant validFrom,
            Instant observedAt,
            Sight cause)
            implements Assembly {}

    /**
     * Adds a sight to what is remembered.
     *
     * @param before null for an item never seen
     */
    static Assembly of(@Nullable Memory before, Sight sight) {
        var known = before == null ? Memory.NONE : before;
        if (known.repeats(sight)) {
            return new Unchanged(known);
        }
        var merged = known.with(sight);
        if (known.revision() > 0 && merged.facts().equals(known.facts())) {
            return new Unchanged(merged);
        }
        var after = merged.revisedAt(sight.age().at());
        return new Revised(
                after,
                after.facts(),
                after.revision(),
                after.validFrom(),
                sight.age().seenAt(),
                sight);
    }
}
