package dev.pavior.metrics.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Whether and on which day a work item was finished: a merge request merged, an issue closed. */
public sealed interface Finish {

    /** It is not finished: open, closed without a merge, or of a kind that is never counted. */
    record NotYet() implements Finish {}

    /** It can no longer be seen, so nothing about it can be shown to hold. */
    record Gone() implements Finish {}

    /** It is finished, but nobody knows when. */
    record Undated() implements Finish {}

    /** It claims a moment at which it cannot have been finished. */
    record Implausible(Instant claimed) implements Finish {}

    /** It was finished on this day in the team's zone. */
    record On(LocalDate day) implements Finish {}

    /** Nothing on GitLab is older; a date before this comes from a clock that was never set. */
    Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /** How far GitLab's clock may be ahead of ours when we learn of the finish. */
    Duration CLOCK_SKEW = Duration.ofDays(1);

    /** Judges one state of an item. */
    static Finish of(Item item, ZoneId zone) {
        if (item.gone()) {
            return new Gone();
        }
        if (item.kind() == Item.Kind.MERGE_REQUEST && item.state() == Item.State.MERGED) {
            return at(item.mergedAt(), item.knownAt(), zone);
        }
        if (item.kind() == Item.Kind.ISSUE && item.state() == Item.State.CLOSED) {
            return at(item.closedAt(), item.knownAt(), zone);
        }
        return new NotYet();
    }

    private static Finish at(Optional<Instant> claimed, Instant knownAt, ZoneId zone) {
        if (claimed.isEmpty()) {
            return new Undated();
        }
        var moment = claimed.get();
        return moment.isBefore(EARLIEST) || moment.isAfter(knownAt.plus(CLOCK_SKEW))
                ? new Implausible(moment)
                : new On(LocalDate.ofInstant(moment, zone));
    }
}
