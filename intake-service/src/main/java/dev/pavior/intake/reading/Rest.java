package dev.pavior.intake.reading;

import dev.pavior.intake.gitlab.StoppedException;
import java.time.Duration;

/** A pause that ends early where the thread is told to stop. */
final class Rest {

    private Rest() {}

    static void of(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new StoppedException();
        }
    }
}
