package dev.pavior.intake.doctor;

/** How a treatment went. */
sealed interface Effect {

    record Worked() implements Effect {}

    record Failed(String reason) implements Effect {}

    /** Will never work, so it is not tried again. */
    record GivenUp(String reason) implements Effect {}

    /** Not done now, since it was done as often as may be. */
    record Waits() implements Effect {}

    /** One word for it, as metrics have it. */
    default String word() {
        return switch (this) {
            case Worked() -> "worked";
            case Failed f -> "failed";
            case GivenUp g -> "given-up";
            case Waits() -> "waits";
        };
    }
}
