package dev.pavior.intake.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What two sights of one field come to; the order in which they are given, and how often, never
 * matters.
 */
@FunctionalInterface
interface Rule<T> {

    Known<T> of(Known<T> one, Known<T> other);

    /** The newer one; where even that is equal, the order of their texts. */
    static <T> Rule<T> newest() {
        return greatest(Comparator.comparing(Known<T>::age).thenComparing(Known::text));
    }

    /** The newer one, but among equally old sights the state that is further on. */
    static Rule<State> furthest() {
        Comparator<Known<State>> byTime = Comparator.comparing(known -> known.age().latest());
        return greatest(
                byTime.thenComparing(known -> known.age().at())
                        .thenComparing(known -> stateOf(known.value()))
                        .thenComparing(Known::age));
    }

    /**
     * The newer one, but whoever says only the second at which anybody may know it is believed from
     * the beginning of that second only: leaking cannot be undone.
     */
    static Rule<Boolean> cautious() {
        Comparator<Known<Boolean>> byTime = Comparator.comparing(Rule::cautiousTime);
        return greatest(
                byTime.thenComparing(known -> known.age().seenAt())
                        .thenComparing(known -> !isOpen(known))
                        .thenComparing(Known::age)
                        .thenComparing(Known::text));
    }

    /** The newest that is not empty: what GitLab never takes back, such as a move. */
    static <T> Rule<T> lasting() {
        Comparator<Known<T>> byPresence = Comparator.comparing(known -> known.value() != null);
        return greatest(byPresence.thenComparing(Known::age).thenComparing(Known::text));
    }

    /** All that any sight showed. */
    static Rule<List<String>> together() {
        return (one, other) ->
                new Known<>(
                        Stream.of(one, other)
                                .map(Known::value)
                                .filter(Objects::nonNull)
                                .flatMap(List::stream)
                                .distinct()
                                .sorted()
                                .toList(),
                        one.age().compareTo(other.age()) >= 0 ? one.age() : other.age());
    }

    private static <T> Rule<T> greatest(Comparator<Known<T>> order) {
        return (one, other) -> order.compare(other, one) > 0 ? other : one;
    }

    private static Instant cautiousTime(Known<Boolean> confidential) {
        var age = confidential.age();
        return isOpen(confidential) ? age.at() : age.latest();
    }

    private static boolean isOpen(Known<Boolean> confidential) {
        return Boolean.FALSE.equals(confidential.value());
    }

    private static State stateOf(@Nullable State state) {
        return state == null ? State.UNKNOWN : state;
    }
}
