package dev.pavior.sandbox.demo;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Chance that falls the same way for the same seed. */
public final class Dice {

    private final Random random;

    public Dice(long seed) {
        this.random = new Random(seed);
    }

    boolean inHundred(int chances) {
        return random.nextInt(100) < chances;
    }

    public int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Some hours, to the millisecond. */
    Duration hours(int least, int most) {
        return Duration.ofMillis(random.nextLong(least * 3_600_000L, most * 3_600_000L));
    }
}
