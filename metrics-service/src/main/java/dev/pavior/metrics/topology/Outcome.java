package dev.pavior.metrics.topology;

import dev.pavior.metrics.domain.Finish;
import dev.pavior.metrics.domain.Restatement;
import java.util.Locale;

/** What became of a state of a work item; each one has exactly one outcome. */
public enum Outcome {
    /** It was a duplicate, or older than what is counted. */
    STALE,
    /** It moved a number. */
    COUNTED,
    /** It is newer, but no number changes. */
    UNCHANGED,
    /** The item is finished without a date, and counts in no month. */
    UNDATED,
    /** The item claims an impossible date, and counts in no month. */
    IMPLAUSIBLE;

    /** The word that stands for it in counters. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Outcome of(Restatement restatement, Finish finish) {
        return switch (restatement) {
            case Restatement.Stale() -> STALE;
            case Restatement.Restated restated ->
                    switch (finish) {
                        case Finish.Undated _ -> UNDATED;
                        case Finish.Implausible _ -> IMPLAUSIBLE;
                        case Finish.NotYet _, Finish.Gone _, Finish.On _ ->
                                restated.deltas().isEmpty() ? UNCHANGED : COUNTED;
                    };
        };
    }
}
