package dev.pavior.local.command;

import dev.pavior.local.topics.ReadingProgress;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;

/** Draws how far a reading has come over what was drawn before, and takes it away at the end. */
final class Scanning implements ReadingProgress {

    private static final Duration PAUSE = Duration.ofMillis(300);

    private final PrintWriter out;
    private Instant next = Instant.now().plus(PAUSE);

    Scanning(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void at(String what, long done, long total) {
        if (done >= total) {
            out.print("\r\033[2K");
        } else if (!Instant.now().isBefore(next)) {
            next = Instant.now().plus(PAUSE);
            out.print("\r\033[2Kreading %s, %d %%".formatted(what, 100 * done / total));
        }
        out.flush();
    }
}
