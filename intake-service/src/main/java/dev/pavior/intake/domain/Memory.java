package dev.pavior.intake.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of an item between two sights.
 *
 * @param revision number of the last published state; 0 before the first
 * @param validFrom since when that state holds, by GitLab's clock
 * @param newest time of the newest delivery that showed the item itself
 * @param deliveries ids of those of that time
 * @param times when it was seen in which state
 * @param picture everything seen of it
 * @param told which of its words stand where they may be read
 */
public record Memory(
        long revision,
        Instant validFrom,
        Instant newest,
        List<String> deliveries,
        StateTimes times,
        Picture picture,
        Told told) {

    private static final int DELIVERIES_KEPT = 32;

    /** Before any time that can be written down. */
    private static final Instant NEVER = Instant.ofEpochMilli(Long.MIN_VALUE);

    static final Memory NONE =
            new Memory(0, NEVER, NEVER, List.of(), StateTimes.NONE, Picture.BLANK, Told.NOTHING);

    public Memory {
        deliveries = List.copyOf(deliveries);
    }

    Facts facts() {
        return Facts.of(picture, times);
    }

    /** A delivery sent again must not win over an equally old one that came between. */
    boolean repeats(Sight sight) {
        return sight.age().at().equals(newest)
                && sight.deliveryId() != null
                && deliveries.contains(sight.deliveryId());
    }

    /** What a comment or a search tells is of no age that a delivery of the item could repeat. */
    Memory with(Sight sight) {
        var at = sight.age().at();
        var brought = sight.picture().showsTheItem() ? sight.deliveryId() : null;
        return new Memory(
                revision,
                validFrom,
                brought == null ? newest : later(newest, at),
                deliveriesWith(at, brought),
                timesWith(at, sight.picture().known(Field.STATE)),
                picture.merge(sight.picture()),
                told);
    }

    Memory telling(Told now) {
        return new Memory(revision, validFrom, newest, deliveries, times, picture, now);
    }

    /**
     * The next revision holds from the sight that brought it, but never from before the last one.
     * Where the item comes from was always so: to hear it late begins nothing.
     */
    Memory revisedBy(Sight sight) {
        var from =
                sight.picture().showsOnlyTheOrigin()
                        ? validFrom
                        : later(validFrom, sight.age().at());
        return new Memory(revision + 1, from, newest, deliveries, times, picture, told);
    }

    private List<String> deliveriesWith(Instant at, @Nullable String delivery) {
        if (delivery == null || at.isBefore(newest)) {
            return deliveries;
        }
        if (at.isAfter(newest)) {
            return List.of(delivery);
        }
        return deliveries.size() < DELIVERIES_KEPT ? plus(delivery) : deliveries;
    }

    private List<String> plus(String delivery) {
        var more = new ArrayList<>(deliveries);
        more.add(delivery);
        return more;
    }

    private StateTimes timesWith(Instant at, @Nullable Known<State> state) {
        return state == null || state.value() == null ? times : times.with(at, state.value());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
