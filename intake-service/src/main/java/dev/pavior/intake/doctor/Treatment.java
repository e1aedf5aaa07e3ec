package dev.pavior.intake.doctor;

import java.time.Instant;
import java.util.Set;

/** Something to be done about a hook. */
sealed interface Treatment {

    record Create() implements Treatment {}

    /** Has it deliver these kinds of events too. */
    record Complete(Hook hook, Set<String> events) implements Treatment {}

    /** A test that is received is how a hook is enabled again. */
    record Test(Hook hook) implements Treatment {}

    /** Has one failed delivery sent once more. */
    record Resend(Hook hook, long event) implements Treatment {}

    /** Has read what was not delivered. */
    record ReadGap(Instant since) implements Treatment {}

    /** What was done, as records have it. */
    default String done() {
        return switch (this) {
            case Create c -> "created";
            case Complete c -> "completed";
            case Test t -> "tested";
            case Resend r -> "resent";
            case ReadGap g -> "gap read";
        };
    }
}
