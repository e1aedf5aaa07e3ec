package dev.pavior.local.command;

import dev.pavior.local.stack.Progress;
import dev.pavior.local.topics.ReadingProgress;
import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a command tells its user something. */
final class Terminal {

    private final PrintWriter out;
    private final boolean live;
    private @Nullable LiveProgress drawing;
    private String drawn = "";

    /**
     * A place for output.
     *
     * @param out where lines go
     * @param live whether lines already written can be drawn again
     */
    Terminal(PrintWriter out, boolean live) {
        this.out = out;
        this.live = live;
    }

    /** The terminal of this process, or the file its output goes to. */
    static Terminal of(PrintWriter out) {
        var live = Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
        return new Terminal(out, live);
    }

    /** Whether colours can be seen, and are wanted. */
    boolean hasColours() {
        return live && System.getenv("NO_COLOR") == null;
    }

    /** Whether what was written can be drawn again. */
    boolean isLive() {
        return live;
    }

    synchronized void line(String text) {
        out.println(text);
        out.flush();
    }

    /** Writes a line over the one before, where that can be; else below it, when it differs. */
    synchronized void redraw(String text) {
        if (live) {
            out.print("\r" + text + "\u001b[K");
        } else if (!text.equals(drawn)) {
            out.println(text);
        }
        drawn = text;
        out.flush();
    }

    /** What is written next stands below what was drawn. */
    synchronized void endLine() {
        if (live && !drawn.isEmpty()) {
            out.println();
        }
        drawn = "";
    }

    /** Shows parts as they start: drawn in place on a terminal, else a line for each change. */
    Progress progress() {
        if (live) {
            drawing = new LiveProgress(out);
            return drawing;
        }
        return new PlainProgress(this);
    }

    /** Shows how far a long reading has come, in place; where that cannot be, nothing is shown. */
    ReadingProgress scanning() {
        return live ? new Scanning(out) : ReadingProgress.SILENT;
    }

    /** What is written next no longer belongs to the drawing. */
    void endProgress() {
        drawing = null;
    }

    private record PlainProgress(Terminal terminal) implements Progress {

        @Override
        public void starting(String part) {
            terminal.line("%-9s starting".formatted(part));
        }

        @Override
        public void healthy(String part, Duration after) {
            terminal.line("%-9s healthy after %s".formatted(part, seconds(after)));
        }

        @Override
        public void note(String words) {
            terminal.line(words);
        }

        @Override
        public void tick() {
            // Nothing changed, so there is nothing to say.
        }
    }

    /** Draws all parts again on each change, over what was drawn before. */
    private static final class LiveProgress implements Progress {

        private final PrintWriter out;
        private final Map<String, Instant> starting = new LinkedHashMap<>();
        private final Map<String, String> done = new LinkedHashMap<>();
        private int drawn;

        LiveProgress(PrintWriter out) {
            this.out = out;
        }

        @Override
        public void starting(String part) {
            starting.put(part, Instant.now());
            draw();
        }

        @Override
        public void healthy(String part, Duration after) {
            done.put(part, "healthy after " + seconds(after));
            draw();
        }

        @Override
        public void note(String words) {
            starting.put(words, Instant.now());
            done.put(words, "");
            draw();
        }

        @Override
        public void tick() {
            draw();
        }

        private void draw() {
            if (drawn > 0) {
                out.print("\033[" + drawn + "A");
            }
            starting.forEach((part, since) -> out.print(row(part, since)));
            drawn = starting.size();
            out.flush();
        }

        private String row(String part, Instant since) {
            var waiting = "starting, " + seconds(Duration.between(since, Instant.now()));
            return "\033[2K%-9s %s%n".formatted(part, done.getOrDefault(part, waiting));
        }
    }

    private static String seconds(Duration time) {
        return "%.1f s".formatted(time.toMillis() / 1000.0);
    }
}
