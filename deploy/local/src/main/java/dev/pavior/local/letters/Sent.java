package dev.pavior.local.letters;

/** What became of a letter that was to be replayed. */
public sealed interface Sent {

    /** It is back where it came from. */
    record To(String place) implements Sent {}

    /** It came back at once: what kept it from being processed still does. */
    record Back(String letter) implements Sent {}

    /** It was left alone, for a reason that is no trouble. */
    record Skipped(String why) implements Sent {}

    /** It cannot be replayed, or whoever should take it did not. */
    record Failed(String why) implements Sent {}

    /** Whether somebody should look. */
    default boolean isTrouble() {
        return this instanceof Failed || this instanceof Back;
    }

    /** This in words. */
    default String words() {
        return switch (this) {
            case To(String place) -> "sent to " + place;
            case Back(String letter) -> "sent, and parked again as " + letter;
            case Skipped(String why) -> "skipped: " + why;
            case Failed(String why) -> "not replayed: " + why;
        };
    }
}
