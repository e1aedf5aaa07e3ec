package dev.pavior.handoff.web;

import dev.pavior.contract.ItemKey;
import dev.pavior.handoff.domain.Handoff;
import dev.pavior.handoff.domain.HandoffState;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Which handoffs somebody asks for.
 *
 * @param state only those that stand there
 * @param team only those of this team
 * @param item only the one of this item
 * @param limit how many at most
 * @param after the item that the page before ended with
 */
record HandoffQuery(
        Optional<HandoffState> state,
        Optional<String> team,
        Optional<String> item,
        int limit,
        @Nullable String after) {

    private static final Set<String> NAMES = Set.of("state", "team", "item", "limit", "cursor");
    private static final int USUAL_LIMIT = 50;
    private static final int HIGHEST_LIMIT = 200;

    /**
     * Reads the parameters of a request.
     *
     * @throws RefusedParameter naming the first one that cannot be understood
     */
    static HandoffQuery of(MultiValueMap<String, String> parameters) {
        parameters.forEach(HandoffQuery::requireKnownAndSingle);
        var values = parameters.toSingleValueMap();
        return new HandoffQuery(
                value(values, "state").map(HandoffQuery::state),
                value(values, "team"),
                value(values, "item").map(HandoffQuery::item),
                value(values, "limit").map(HandoffQuery::limit).orElse(USUAL_LIMIT),
                value(values, "cursor").map(Cursor::item).orElse(null));
    }

    /**
     * Whether a handoff is asked for. Who may see no more of it than its key cannot find out more
     * by filtering for it.
     */
    boolean wants(Handoff handoff, Sight sight) {
        return item.filter(key -> !key.equals(handoff.item())).isEmpty()
                && (sight.sees(handoff)
                        ? state.filter(wanted -> wanted != handoff.state()).isEmpty()
                                && team.filter(name -> !name.equals(handoff.team())).isEmpty()
                        : state.isEmpty() && team.isEmpty());
    }

    private static void requireKnownAndSingle(String name, List<String> values) {
        if (!NAMES.contains(name)) {
            throw new RefusedParameter(name, "not known here");
        }
        if (values.size() > 1) {
            throw new RefusedParameter(name, "given more than once");
        }
    }

    private static Optional<String> value(Map<String, String> values, String name) {
        return Optional.ofNullable(values.get(name)).map(value -> requireText(name, value));
    }

    private static String requireText(String name, String value) {
        if (value.isBlank()) {
            throw new RefusedParameter(name, "empty");
        }
        return value;
    }

    private static HandoffState state(String word) {
        return Arrays.stream(HandoffState.values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new RefusedParameter("state", "not one of " + states()));
    }

    private static String states() {
        return Arrays.stream(HandoffState.values())
                .map(HandoffState::word)
                .collect(Collectors.joining(", "));
    }

    private static String item(String key) {
        try {
            return ItemKey.parse(key).toString();
        } catch (IllegalArgumentException e) {
            throw new RefusedParameter("item", "not an item key");
        }
    }

    private static int limit(String number) {
        try {
            int limit = Integer.parseInt(number);
            if (limit >= 1 && limit <= HIGHEST_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Refused below, like a number out of range.
        }
        throw new RefusedParameter("limit", "not a number from 1 to " + HIGHEST_LIMIT);
    }
}
