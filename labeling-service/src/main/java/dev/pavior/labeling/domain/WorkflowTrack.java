package dev.pavior.labeling.domain;

import dev.pavior.taxonomy.Edition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an item stands in the workflow and every move that led there.
 *
 * <p>The workflow label alone says the state: closing an item moves nothing. Of two workflow labels
 * the one that came last counts, of several new ones the first by name.
 *
 * @param state state now; null where there is none
 * @param since since when
 * @param shown the workflow labels' values in the newest revision
 * @param moves all moves, oldest first
 */
public record WorkflowTrack(
        @Nullable String state, Instant since, List<String> shown, List<Move> moves) {

    /** One move between states. */
    public record Move(
            @Nullable String from,
            @Nullable String to,
            Instant at,
            @Nullable Long actorId,
            boolean legal,
            String source,
            long revision) {}

    public WorkflowTrack {
        shown = List.copyOf(shown);
        moves = List.copyOf(moves);
    }

    static WorkflowTrack startedAt(Instant since) {
        return new WorkflowTrack(null, since, List.of(), List.of());
    }

    WorkflowTrack follow(Item item, Edition edition) {
        var shownNow = states(item.labels(), edition);
        var next = next(shownNow);
        if (next.equals(Optional.ofNullable(state))) {
            return new WorkflowTrack(state, since, shownNow, moves);
        }
        var all = new ArrayList<>(moves);
        all.add(move(next, item, edition));
        return new WorkflowTrack(next.orElse(null), item.validFrom(), shownNow, all);
    }

    private Move move(Optional<String> next, Item item, Edition edition) {
        var legal = edition.workflow().legal(Optional.ofNullable(state), next);
        return new Move(
                state,
                next.orElse(null),
                item.validFrom(),
                item.actorId(),
                legal,
                "label",
                item.revision());
    }

    private Optional<String> next(List<String> shownNow) {
        var came = shownNow.stream().filter(value -> !shown.contains(value)).findFirst();
        if (came.isPresent() || shownNow.contains(state)) {
            return came.or(() -> Optional.ofNullable(state));
        }
        return shownNow.stream().findFirst();
    }

    private static List<String> states(Collection<String> labels, Edition edition) {
        return edition.labels().workflowStates(labels).stream()
                .map(value -> known(value, edition))
                .distinct()
                .sorted()
                .toList();
    }

    // GitLab compares statuses without regard to case, so people write both ways.
    private static String known(String value, Edition edition) {
        return edition.workflow().states().stream()
                .filter(value::equalsIgnoreCase)
                .findFirst()
                .orElse(value);
    }
}
