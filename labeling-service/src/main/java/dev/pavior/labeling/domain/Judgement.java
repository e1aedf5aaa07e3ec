package dev.pavior.labeling.domain;

import java.util.List;
import java.util.Set;

/** What follows from one state of an item. */
public sealed interface Judgement {

    /** The state is not newer than what is known: a duplicate, or late. */
    record Stale() implements Judgement {}

    /** The item can no longer be seen; nothing is asked of it. */
    record Gone(ItemMemory after) implements Judgement {}

    /** The state was judged. */
    record Judged(ItemMemory before, ItemMemory after, Decision decision) implements Judgement {

        /** Whether the decision is another one than before. */
        public boolean decisionChanged() {
            return !before.decided().equals(after.decided());
        }

        /** Whether the item moved in the workflow. */
        public boolean moved() {
            return after.workflow().moves().size() > before.workflow().moves().size();
        }

        /** The matches whose edits are still owed: something is missing, and none was final. */
        public List<Decision.Match> owed() {
            var settled = Set.copyOf(after.settled());
            return decision.matches().stream()
                    .filter(match -> !match.missing().isNothing())
                    .filter(match -> !settled.contains(match.editId()))
                    .toList();
        }
    }
}
