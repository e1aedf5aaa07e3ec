package dev.pavior.taxonomy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The workflow states and the moves that are legal between them.
 *
 * @param complete the state that says the work is done
 * @param initial states an item may enter from none
 * @param moves state → the states that may follow it
 */
public record WorkflowRules(String complete, Set<String> initial, Map<String, Set<String>> moves) {

    public WorkflowRules {
        initial = Set.copyOf(initial);
        moves = Map.copyOf(moves);
        if (!moves.containsKey(complete)) {
            throw new IllegalArgumentException(
                    "workflow.complete is \""
                            + complete
                            + "\", which workflow.moves does not list");
        }
    }

    /** Whether a move is legal; to leave the workflow always is. */
    public boolean legal(Optional<String> from, Optional<String> to) {
        return to.isEmpty()
                || from.map(state -> moves.getOrDefault(state, Set.of()))
                        .orElse(initial)
                        .contains(to.get());
    }

    /** All states that the taxonomy knows. */
    public Set<String> states() {
        return moves.keySet();
    }
}
