package dev.pavior.handoff.domain;

/** What follows from what is known of an item. */
public sealed interface Decision {

    /** The handoff has changed, and everyone shall know. */
    record Publish(Handoff handoff) implements Decision {}

    /** Nothing is to be said. */
    record Silent(Reason reason) implements Decision {}

    /** Why nothing is to be said. */
    enum Reason {
        /** The other half is not here yet: the item, or the state of it that the workflow saw. */
        WAITING,
        /** What was published rests on something newer: this is a repetition of history. */
        OVERTAKEN,
        /** The work is not finished, or names no product group. */
        NOT_DUE,
        /** It is as it was published. */
        UNCHANGED
    }
}
