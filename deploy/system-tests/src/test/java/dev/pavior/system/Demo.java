package dev.pavior.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The whole of Pavior with the sandbox, started by the launcher like a newcomer starts it. */
final class Demo implements AutoCloseable {

    private static final Path ROOT = Path.of(System.getProperty("pavior.root"));
    private static final Pattern ASSIGNMENT = Pattern.compile("(?m)^(PAVIOR_\\w+)='(.*)'$");

    /** What a command printed and how it ended. */
    record Outcome(int status, String output) {}

    private final Path home;
    private final int offset;
    private final Map<String, String> env;

    private Demo(Path home, int offset, Map<String, String> env) {
        this.home = home;
        this.offset = offset;
        this.env = env;
    }

    /** Starts it in a folder of its own, beside whatever else runs on this machine. */
    static Demo start(Path home) {
        // Below the ports that the system lends to outgoing connections.
        int offset = 10_000 + 50 * ThreadLocalRandom.current().nextInt(250);
        var started = new Demo(home, offset, Map.of());
        started.up();
        return new Demo(home, offset, started.readEnv());
    }

    /** Runs {@code ./pavior} on this demo. */
    private Outcome pavior(String command, String... arguments) {
        var line = new ArrayList<>(List.of(ROOT.resolve("pavior").toString(), command));
        line.addAll(List.of("--home", home.toString()));
        line.addAll(List.of(arguments));
        return run(line);
    }

    /** Asks one part to end, and waits for it. */
    void stop(String part) {
        var pid =
                pavior("status")
                        .output()
                        .lines()
                        .map(line -> line.trim().split("\\s+"))
                        .filter(words -> words[0].equals(part))
                        .mapToLong(words -> Long.parseLong(words[1]))
                        .findFirst()
                        .orElseThrow();
        var process = ProcessHandle.of(pid).orElseThrow();
        process.destroy();
        process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }

    /** Stops what is left of it and starts all of it again, with its data. */
    void restart() {
        pavior("down");
        up();
    }

    private void up() {
        var outcome = pavior("demo", "--detach", "--port-offset", Integer.toString(offset));
        assertThat(outcome.status()).as(outcome.output()).isZero();
    }

    /** A variable as {@code ./pavior env} prints it. */
    String env(String name) {
        return env.get(name);
    }

    private Map<String, String> readEnv() {
        return ASSIGNMENT
                .matcher(pavior("env").output())
                .results()
                .collect(Collectors.toMap(match -> match.group(1), match -> match.group(2)));
    }

    static Outcome run(List<String> line) {
        try {
            var log = Files.createTempFile("pavior-command", ".log");
            var process =
                    new ProcessBuilder(line)
                            .directory(ROOT.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            process.getOutputStream().close();
            return new Outcome(process.waitFor(), Files.readString(log));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        pavior("down");
    }
}
