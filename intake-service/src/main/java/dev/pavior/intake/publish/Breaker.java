package dev.pavior.intake.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Opens when the broker fails, so that the next records are answered at once and not after it. */
final class Breaker {

    private final Clock clock;
    private final Duration pause;
    private @Nullable Instant nextTrial;

    Breaker(Clock clock, Duration pause) {
        this.clock = clock;
        this.pause = pause;
    }

    /** Whether a record may be sent now; while open, one may after each pause, as a trial. */
    synchronized boolean admits() {
        if (nextTrial == null) {
            return true;
        }
        var now = clock.instant();
        if (now.isBefore(nextTrial)) {
            return false;
        }
        nextTrial = now.plus(pause);
        return true;
    }

    synchronized void close() {
        nextTrial = null;
    }

    synchronized void open() {
        nextTrial = clock.instant().plus(pause);
    }
}
