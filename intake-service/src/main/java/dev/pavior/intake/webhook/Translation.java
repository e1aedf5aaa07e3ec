package dev.pavior.intake.webhook;

import java.util.List;

/** What a delivery turned out to be. */
sealed interface Translation {

    /**
     * A sight of something that concerns us.
     *
     * @param main the record that the delivery stands for
     * @param beside what else it shows, none of which is complete without the main one
     * @param misread fields that were there but could not be read
     */
    record Sighted(Told main, List<Told> beside, List<String> misread) implements Translation {

        public Sighted {
            beside = List.copyOf(beside);
            misread = List.copyOf(misread);
        }
    }

    /** Something that is of no concern to us. */
    record NotOurs(String reason) implements Translation {}

    /** Something that should be ours and cannot be read. */
    record Unreadable(String reason) implements Translation {}
}
