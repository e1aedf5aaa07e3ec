package dev.pavior.intake.doctor;

import java.time.Instant;

/** Reads what changed at a GitLab while its hooks did not tell. */
@FunctionalInterface
public interface GapReader {

    /**
     * Asks for everything that changed since then; returns without waiting for it.
     *
     * @param source name of the source
     */
    void read(String source, Instant since);
}
