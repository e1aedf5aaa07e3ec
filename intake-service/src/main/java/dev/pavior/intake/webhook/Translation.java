package dev.pavior.intake.webhook;

import dev.pavior.contract.v1.Observation;
import java.util.List;

/** What a delivery turned out to be. */
sealed interface Translation {

    /**
     * A sight of an item.
     *
     * @param misread fields that were there but could not be read
     */
    record Sighted(Observation observation, List<String> misread) implements Translation {}

    /** Something that is of no concern to us. */
    record NotOurs(String reason) implements Translation {}

    /** Something that should be ours and cannot be read. */
    record Unreadable(String reason) implements Translation {}
}
