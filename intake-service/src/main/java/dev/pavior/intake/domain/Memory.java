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
 * @param newest time of the newest sight
 * @param deliveries ids of the deliveries that brought the sights of that time
 * @param times when it was seen in which state
 * @param picture everything seen of it
 */
public record Memory(
        long revision,
        Instant validFrom,
        Instant newest,
        List<String> deliveries,
        StateTimes times,
        Picture picture) {

    private static final int DELIVERIES_KEPT = 32;

    static final Memory NONE =
            new Memory(0, Instant.MIN, Instant.MIN, List.of(), StateTimes.NONE, Picture.BLANK);

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

    Memory with(Sight sight) {
        var at = sight.age().at();
        return new Memory(
                revision,
                validFrom,
                later(newest, at),
                deliveriesWith(at, sight.deliveryId()),
                timesWith(at, sight.picture().state()),
                picture.merge(sight.picture()));
    }

    /**
     * The next revision holds from the sight that brought it, but never from before the last one.
     */
    Memory revisedAt(Instant at) {
        return new Memory(revision + 1, later(validFrom, at), newest, deliveries, times, picture);
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
