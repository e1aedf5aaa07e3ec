package dev.pavior.local.command;

import dev.pavior.local.letters.Door;
import dev.pavior.local.stack.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which intake takes parked deliveries, and by what secret. */
final class DoorOptions {

    @Option(
            names = "--intake",
            paramLabel = "URL",
            description = "The intake that takes parked deliveries (default: the running one).")
    private @Nullable String intake;

    @Option(
            names = "--webhook-token-file",
            paramLabel = "FILE",
            description = "Holds the secret token of that intake's hooks.")
    private @Nullable Path token;

    @Option(
            names = "--signing-token-file",
            paramLabel = "FILE",
            description = "Holds its signing token (whsec_...), where it wants signatures.")
    private @Nullable Path signingToken;

    /** The door; empty where no intake is named and none is running here. */
    Optional<Door> open(ClusterOptions cluster) {
        if (intake != null) {
            return Optional.of(
                    new Door(intake, read(token), read(signingToken), Clock.systemUTC()));
        }
        return cluster.place().running().map(running -> local(cluster));
    }

    private Door local(ClusterOptions cluster) {
        var said = read(token);
        var secret = said.isBlank() ? Secrets.of(cluster.place().home()).webhook() : said;
        return new Door(
                cluster.ports().url("intake"), secret, read(signingToken), Clock.systemUTC());
    }

    private static String read(@Nullable Path file) {
        try {
            return file == null ? "" : Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
