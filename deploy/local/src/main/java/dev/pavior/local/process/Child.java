package dev.pavior.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A running Java process that ends when this one does, unless it is let go. */
public final class Child {

    // Ctrl-C reaches every process of the terminal; a child ignores it and waits for its turn.
    private static final List<String> SHIELD =
            List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

    private final String name;
    private final String mark;
    private final Process process;
    private final Path log;

    private Child(String name, String mark, Process process, Path log) {
        this.name = name;
        this.mark = mark;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts a program with its output in a log file; the log of its last run is kept beside it.
     *
     * @param program what to run
     * @param lifeline the agent's jar
     * @param log where its output goes
     * @throws StartFailure where no process could be started
     */
    public static Child start(Program program, Path lifeline, Path log) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(SHIELD);
        var mark = "-Dpavior.run=" + UUID.randomUUID();
        // The mark comes first, because systems show only the beginning of a long command line.
        command.addAll(
                program.command(java, List.of(mark, "-javaagent:" + lifeline.toAbsolutePath())));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        // Settings of ours reach a program only where it is told them: the writing token above all.
        builder.environment().keySet().removeIf(variable -> variable.startsWith("PAVIOR_"));
        builder.environment().putAll(program.environment());
        try {
            keepLastRun(log);
            builder.redirectOutput(log.toFile());
            return new Child(program.name(), mark, builder.start(), log);
        } catch (IOException e) {
            throw new StartFailure(program.name() + " could not be started: " + e.getMessage(), e);
        }
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    /** An argument that no other process was started with. */
    public String mark() {
        return mark;
    }

    /** When the operating system says this process began, by a clock that may be set later. */
    public Instant since() {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    public boolean alive() {
        return process.isAlive();
    }

    public Path log() {
        return log;
    }

    /** Lets this process live on when its launcher ends. */
    public void letGo() {
        try {
            var line = process.getOutputStream();
            line.write("detach\n".getBytes(StandardCharsets.UTF_8));
            line.flush();
        } catch (IOException e) {
            throw new StartFailure(died(), e);
        }
    }

    /** Asks the process to end, and ends it when it has not done so in time. */
    public void stop(Duration grace) {
        process.destroy();
        if (!ended(grace)) {
            kill();
        }
    }

    /** Waits for the process to end by itself; whether it did so in time and without an error. */
    public boolean endedWell(Duration patience) {
        return ended(patience) && process.exitValue() == 0;
    }

    /** Ends the process at once, as {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly();
        ended(Duration.ofSeconds(10));
    }

    /** The line for a process that ended by itself: its exit code and the last it had to say. */
    public String died() {
        var code = ended(Duration.ofSeconds(1)) ? " (exit code " + process.exitValue() + ")" : "";
        return name + " ended while starting" + code + ": " + lastLine() + " [" + log + "]";
    }

    private String lastLine() {
        try (var lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            return LastWords.of(lines.toList());
        } catch (IOException e) {
            return "it left no log";
        }
    }

    private boolean ended(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void keepLastRun(Path log) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        if (Files.exists(log)) {
            Files.move(
                    log,
                    log.resolveSibling(log.getFileName() + ".1"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
