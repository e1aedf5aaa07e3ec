package dev.pavior.handoff.topology;

import dev.pavior.handoff.domain.Decision;
import dev.pavior.handoff.domain.Handoff;
import dev.pavior.handoff.domain.HandoffState;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What became of one record; each has exactly one outcome. */
public enum Outcome {
    /** A handoff was proposed, or proposed anew. */
    PROPOSED,
    /** A handoff was withdrawn. */
    WITHDRAWN,
    /** A handoff stands where it stood, but something else about it changed. */
    RESTATED,
    /** The handoff is as it was published. */
    UNCHANGED,
    /** The item is not handed over. */
    NOT_DUE,
    /** The other half of what is needed has not come yet. */
    WAITING,
    /** A newer state had been published already. */
    OVERTAKEN,
    /** The record is a duplicate, or older than what is known. */
    STALE,
    /** The record has no value. */
    EMPTY;

    /** The word that stands for it in counters. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Outcome of(Decision decision, @Nullable Handoff before) {
        return switch (decision) {
            case Decision.Publish(Handoff now) ->
                    before != null && before.state() == now.state()
                            ? RESTATED
                            : now.state() == HandoffState.PROPOSED ? PROPOSED : WITHDRAWN;
            case Decision.Silent(Decision.Reason reason) ->
                    switch (reason) {
                        case WAITING -> WAITING;
                        case OVERTAKEN -> OVERTAKEN;
                        case NOT_DUE -> NOT_DUE;
                        case UNCHANGED -> UNCHANGED;
                    };
        };
    }
}
