package dev.pavior.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** The launcher on a home and ports of its own, run as the script runs it but without building. */
final class LauncherRun {

    private static final Path ROOT = Path.of(System.getProperty("pavior.root"));
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<Integer> USUAL_PORTS =
            List.of(8080, 8081, 8082, 8083, 8084, 9080, 9082, 9083, 9084, 9092, 9093);

    /** How a command ended and what it printed. */
    record Outcome(int status, String out, String err) {}

    private final Path home;
    private final int offset;

    private LauncherRun(Path home, int offset) {
        this.home = home;
        this.offset = offset;
    }

    /** On ports that nothing has now, and below those that systems give to clients. */
    static LauncherRun in(Path home) {
        return new LauncherRun(
                home,
                IntStream.generate(() -> 10_000 + 50 * ThreadLocalRandom.current().nextInt(260))
                        .filter(
                                offset ->
                                        USUAL_PORTS.stream().allMatch(port -> free(port + offset)))
                        .findFirst()
                        .orElseThrow());
    }

    int port(int usual) {
        return usual + offset;
    }

    String offset() {
        return "--port-offset=" + offset;
    }

    Outcome run(String command, String... options) throws IOException, InterruptedException {
        var process = begin(command, options);
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(command + " does not end: " + out() + err());
        }
        return new Outcome(process.exitValue(), out(), err());
    }

    Process begin(String command, String... options) throws IOException {
        var local = ROOT.resolve("deploy/local/target");
        var line =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Dpavior.root=" + ROOT,
                                "-cp",
                                local.resolve("local-0.1.0-SNAPSHOT.jar")
                                        + ":"
                                        + local.resolve("dist/launcher/*"),
                                "dev.pavior.local.command.Pavior",
                                command,
                                "--home=" + home));
        line.addAll(List.of(options));
        var builder = new ProcessBuilder(line);
        builder.environment().keySet().removeIf(variable -> variable.startsWith("PAVIOR_"));
        return builder.redirectOutput(home.resolve("out").toFile())
                .redirectError(home.resolve("err").toFile())
                .start();
    }

    /** What the last command printed. */
    String out() throws IOException {
        return Files.readString(home.resolve("out"));
    }

    String err() throws IOException {
        return Files.readString(home.resolve("err"));
    }

    /** The process ids that the home has on record, by part. */
    Map<String, Long> recorded() throws IOException {
        var parts = new TreeMap<String, Long>();
        if (Files.exists(record())) {
            for (var process : JSON.readTree(record()).path("processes")) {
                parts.put(process.path("name").stringValue(), process.path("pid").longValue());
            }
        }
        return parts;
    }

    /** Processes that were told of this home, recorded or not. */
    List<ProcessHandle> processesOfItsHome() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains("" + home))
                .toList();
    }

    static boolean alive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    static void kill(long pid) {
        var process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    private Path record() {
        return home.resolve("run/stack.json");
    }

    private static boolean free(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
