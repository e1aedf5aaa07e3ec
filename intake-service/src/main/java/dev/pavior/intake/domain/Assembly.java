package dev.pavior.intake.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one more sight makes of an item. */
public sealed interface Assembly {

    /** What is to be remembered from now on. */
    Memory memory();

    /** What is to be done about the item's words. */
    Telling telling();

    /** The sight told nothing new. */
    record Unchanged(Memory memory, Telling telling) implements Assembly {}

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
            Telling telling,
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
            return new Unchanged(known, Telling.nothing(known.told()));
        }
        var merged = known.with(sight);
        return isNews(known, merged) ? revised(merged, sight) : unchanged(merged, sight);
    }

    /** An item is first told of when it was itself seen, not when one heard of it. */
    private static boolean isNews(Memory before, Memory after) {
        return before.revision() == 0
                ? after.picture().showsTheItem()
                : !after.facts().tellTheSameAs(before.facts());
    }

    private static Assembly unchanged(Memory merged, Sight sight) {
        var telling = Telling.of(merged, merged.facts(), sight.picture());
        return new Unchanged(merged.telling(telling.told()), telling);
    }

    private static Assembly revised(Memory merged, Sight sight) {
        var after = merged.revisedBy(sight);
        var facts = after.facts();
        var telling = Telling.of(after, facts, sight.picture());
        return new Revised(
                after.telling(telling.told()),
                telling,
                facts,
                after.revision(),
                after.validFrom(),
                sight.age().seenAt(),
                sight);
    }
}
