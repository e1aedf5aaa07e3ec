package dev.pavior.intake.gitlab;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/** Waits that double up to a bound, each by chance between half and whole of it. */
record Backoff(Duration first, Duration longest, DoubleSupplier chance) {

    static Backoff usual() {
        return new Backoff(
                Duration.ofMillis(500),
                Duration.ofSeconds(30),
                () -> ThreadLocalRandom.current().nextDouble());
    }

    Duration after(int failures) {
        var doubled = first.multipliedBy(1L << Math.min(20, Math.max(0, failures - 1)));
        var bounded = doubled.compareTo(longest) > 0 ? longest : doubled;
        return Duration.ofMillis((long) (bounded.toMillis() * (0.5 + chance.getAsDouble() / 2)));
    }
}
