package dev.pavior.testkit;

import dev.pavior.local.process.Child;
import dev.pavior.local.process.Dist;
import dev.pavior.local.process.Health;
import dev.pavior.local.process.Program;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A program under test that runs as a process of its own, so that it can be killed like one. */
public final class JavaProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Program program;
    private final Health health;
    private final Path log;
    private @Nullable Child child;

    private JavaProcess(Program program, Health health, Path log) {
        this.program = program;
        this.health = health;
        this.log = log;
    }

    /**
     * A runnable jar.
     *
     * @param jar the jar
     * @param environment variables it gets beside those of the test
     * @param readiness address that answers 200 once it can do its work
     * @param log where its output goes
     */
    public static JavaProcess ofJar(
            Path jar, Map<String, String> environment, URI readiness, Path log) {
        var program =
                new Program(
                        jar.getFileName().toString(),
                        List.of(
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx256m",
                                "--enable-native-access=ALL-UNNAMED"),
                        List.of("-jar", jar.toString()),
                        List.of(),
                        environment);
        return new JavaProcess(program, Health.http(readiness), log);
    }

    /** The runnable jar of a service or tool of this checkout, such as {@code metrics-service}. */
    public static Path appOf(String module) {
        var name = Path.of(module).getFileName() + "-0.1.0-SNAPSHOT-app.jar";
        return Dist.root().resolve(module).resolve("target").resolve(name);
    }

    /** Starts the program, for the first time or again, without waiting for it. */
    public JavaProcess start() {
        if (child != null && child.alive()) {
            throw new IllegalStateException(program + " is running already");
        }
        child = Child.start(program, Dist.here().lifeline(), log);
        return this;
    }

    /** Waits until the program can do its work. */
    public JavaProcess awaitReady() {
        health.await(running(), PATIENCE);
        return this;
    }

    /** Ends the program at once, as {@code kill -9} does. */
    public void kill() {
        running().kill();
    }

    /** Asks the program to end, and waits for it. */
    public void stop() {
        running().stop(GRACE);
    }

    /** Id of the process that runs now, or ran last. */
    public long pid() {
        return running().pid();
    }

    public boolean alive() {
        return child != null && child.alive();
    }

    /** Where its output goes; that of the run before lies beside it. */
    public Path log() {
        return log;
    }

    @Override
    public void close() {
        if (child != null) {
            child.stop(GRACE);
        }
    }

    private Child running() {
        if (child == null) {
            throw new IllegalStateException(program + " was never started");
        }
        return child;
    }
}
