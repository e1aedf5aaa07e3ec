package dev.pavior.local.broker;

import dev.pavior.local.process.Child;
import dev.pavior.local.process.StartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.apache.kafka.common.Uuid;

/** A broker's storage, which must be formatted once and carries its cluster's id from then on. */
final class Storage {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path logs;

    Storage(Path logs) {
        this.logs = logs;
    }

    /** Formats the storage unless it is formatted already. */
    void format(Function<String, Child> formatter) {
        if (clusterId(logs).isPresent()) {
            return;
        }
        var child = formatter.apply(Uuid.randomUuid().toString());
        if (!child.endedWell(PATIENCE) || clusterId(logs).isEmpty()) {
            child.kill();
            throw new StartFailure("the broker's storage cannot be formatted: " + child.died());
        }
    }

    /** The id of the cluster whose storage this is; empty before it is formatted. */
    static Optional<String> clusterId(Path logs) {
        var file = logs.resolve("meta.properties");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var meta = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            meta.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.ofNullable(meta.getProperty("cluster.id"));
    }
}
