package dev.pavior.local.stack;

import java.time.Duration;

/** Told how the parts come up. */
public interface Progress {

    /** A part's process was started. */
    void starting(String part);

    /** A part can do its work. */
    void healthy(String part, Duration after);

    /** Something that is no part was done. */
    void note(String words);

    /** Time passed with nothing new. */
    void tick();
}
