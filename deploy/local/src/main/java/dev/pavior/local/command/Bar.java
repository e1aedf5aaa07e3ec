package dev.pavior.local.command;

import dev.pavior.local.connect.Told;
import java.time.Duration;
import java.time.Instant;

/** Shows how reading goes: in one place on a terminal, else a line now and then. */
final class Bar implements Told {

    private static final Duration NOW_AND_THEN = Duration.ofSeconds(10);

    private final Terminal terminal;
    private Instant shown = Instant.EPOCH;

    Bar(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void progress(String line) {
        if (terminal.isLive() || shown.plus(NOW_AND_THEN).isBefore(Instant.now())) {
            shown = Instant.now();
            terminal.redraw(line);
        }
    }

    @Override
    public void line(String line) {
        terminal.endLine();
        terminal.line(line);
    }
}
