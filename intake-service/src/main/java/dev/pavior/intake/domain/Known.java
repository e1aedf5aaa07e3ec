package dev.pavior.intake.domain;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The value a field had in the newest sight that showed it, null where it was shown to be empty.
 *
 * @param value what was seen
 * @param age of the sight
 */
public record Known<T>(@Nullable T value, Age age) {

    /** Of two sights of one field the newer; where even that is equal, the order of their texts. */
    static <T> @Nullable Known<T> newer(@Nullable Known<T> one, @Nullable Known<T> other) {
        return greater(one, other, Comparator.comparing(Known<T>::age).thenComparing(Known::text));
    }

    /** As {@link #newer}, but among equally old sights the state that is further on wins. */
    static @Nullable Known<State> newerState(
            @Nullable Known<State> one, @Nullable Known<State> other) {
        Comparator<Known<State>> byTime = Comparator.comparing(known -> known.age().at());
        return greater(one, other, byTime.thenComparing(Known::rank).thenComparing(Known::age));
    }

    private static <T> @Nullable Known<T> greater(
            @Nullable Known<T> one, @Nullable Known<T> other, Comparator<Known<T>> order) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return order.compare(other, one) > 0 ? other : one;
    }

    private static State rank(Known<State> known) {
        var state = known.value();
        return state == null ? State.UNKNOWN : state;
    }

    private String text() {
        return String.valueOf(value);
    }
}
