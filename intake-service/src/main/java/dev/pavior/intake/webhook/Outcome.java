package dev.pavior.intake.webhook;

import dev.pavior.contract.Topic;

/** How a delivery ended; every delivery ends in exactly one of these. */
sealed interface Outcome {

    /** Why, from a small closed set: it is a metric tag. */
    String reason();

    /**
     * The broker has its main record.
     *
     * @param topic the one that has it
     */
    record Published(Topic topic) implements Outcome {

        /** The topic's noun, such as observations: it is counted by what must have it. */
        @Override
        public String reason() {
            return topic.name().split("\\.", 3)[1];
        }
    }

    /** Authentic, and of no concern to us. */
    record Ignored(String reason) implements Outcome {}

    /** Authentic, of concern, and unreadable: kept as raw bytes for a person. */
    record Parked(String reason) implements Outcome {}

    /** Not let in. */
    record Refused(Refusal refusal) implements Outcome {

        @Override
        public String reason() {
            return refusal.word();
        }
    }

    /** We could not take it now; sending it again later may work. */
    record Unavailable(String reason) implements Outcome {}

    /** Why a request is not let in, and what it is told. */
    enum Refusal {
        UNAUTHENTICATED("unauthenticated", 401),
        TOO_LARGE("too-large", 413),
        TOO_SLOW("too-slow", 408),
        ABORTED("aborted", 400);

        private final String word;
        private final int status;

        Refusal(String word, int status) {
            this.word = word;
            this.status = status;
        }

        String word() {
            return word;
        }

        int status() {
            return status;
        }
    }

    /** The name of this outcome in the balance. */
    default String word() {
        return switch (this) {
            case Published p -> "published";
            case Ignored i -> "ignored";
            case Parked p -> "parked";
            case Refused r -> "refused";
            case Unavailable u -> "unavailable";
        };
    }

    /** The HTTP status that tells GitLab. */
    default int status() {
        return switch (this) {
            case Published p -> 200;
            case Ignored i -> 200;
            case Parked p -> 200;
            case Refused r -> r.refusal().status();
            case Unavailable u -> 503;
        };
    }
}
