package dev.pavior.local.command;

import dev.pavior.local.process.StartFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the log of a part. */
@Command(
        name = "logs",
        mixinStandardHelpOptions = true,
        description = "Prints the log of a part, and with -f what is added to it.")
final class Logs implements Callable<Integer> {

    @Mixin private final Place place = new Place();

    @Parameters(
            paramLabel = "SERVICE",
            description = "broker, registry, intake, labeling, metrics, handoff or sandbox.")
    private String service = "";

    @Option(
            names = {"-f", "--follow"},
            description = "Go on printing what is added, until Ctrl-C.")
    private boolean follow;

    @Override
    public Integer call() throws InterruptedException {
        var log = log();
        try (var lines = Files.newInputStream(log)) {
            print(lines);
            while (follow) {
                TimeUnit.MILLISECONDS.sleep(250);
                print(lines);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return 0;
    }

    private Path log() {
        var log = place.home().log(service);
        if (!service.matches("[a-z-]+") || !Files.exists(log)) {
            throw new StartFailure("no part \"%s\" has written a log here".formatted(service));
        }
        return log;
    }

    private static void print(InputStream lines) throws IOException {
        lines.transferTo(System.out);
        System.out.flush();
    }
}
