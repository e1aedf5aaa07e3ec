package dev.pavior.intake.health;

import java.util.function.Consumer;

/** Makes what was counted up to now outlive the process. */
@FunctionalInterface
public interface Commit {

    /** Tells once, from any thread, whether a sheet with all that was counted before is kept. */
    void commit(Consumer<Boolean> kept);
}
