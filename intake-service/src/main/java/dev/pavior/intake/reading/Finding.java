package dev.pavior.intake.reading;

import dev.pavior.contract.v1.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** What a sweep found out about one stock of items. */
sealed interface Finding {

    /** It was read to its end, and these are gone. */
    record Whole(long read, List<Observation> gone) implements Finding {}

    /** At least so many are gone, more than anybody should believe. */
    record TooMuch(long read, long atLeast, String reason) implements Finding {}

    /** GitLab does not show its list. */
    record Unreadable() implements Finding {}

    /** It is outside of what we read, and there: nothing is known to be gone. */
    record Foreign() implements Finding {}

    /** Looks for each item that is known and not listed, until too many are gone. */
    static Finding of(
            Numbers known, Numbers listed, Loss loss, LongFunction<Optional<Observation>> look) {
        var gone = new ArrayList<Observation>();
        for (long iid : known.without(listed).toArray()) {
            look.apply(iid).ifPresent(gone::add);
            if (loss.isTooMuch(gone.size())) {
                return new TooMuch(listed.size(), gone.size(), loss.reason(gone.size()));
            }
        }
        return new Whole(listed.size(), gone);
    }

    /** How many would be lost. */
    default long lost() {
        return switch (this) {
            case Whole(long read, var gone) -> gone.size();
            case TooMuch(long read, long atLeast, String reason) -> atLeast;
            case Unreadable u -> 0;
            case Foreign f -> 0;
        };
    }

    /** The same, but nothing of it is believed. */
    default Finding held(String reason) {
        return this instanceof Whole(long read, var gone)
                ? new TooMuch(read, gone.size(), reason)
                : this;
    }
}
