package dev.pavior.local.broker;

import dev.pavior.local.process.Child;
import dev.pavior.local.process.Dist;
import dev.pavior.local.process.Health;
import dev.pavior.local.process.Ports;
import dev.pavior.local.process.Program;
import dev.pavior.local.process.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A local Kafka broker: one node that is broker and controller, on loopback. */
public final class Broker {

    private static final List<String> JVM =
            List.of(
                    "-Xmx320m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xshare:auto",
                    "--enable-native-access=ALL-UNNAMED");

    private final BrokerSettings settings;
    private final Dist dist;
    private final Path log;

    public Broker(BrokerSettings settings, Dist dist, Path log) {
        this.settings = settings;
        this.dist = dist;
        this.log = log;
    }

    /**
     * Starts the broker, formatting its storage on first use; it may not be healthy yet.
     *
     * @throws StartFailure where a port is taken, or the storage cannot be formatted
     */
    public Child start() {
        check();
        try {
            Files.createDirectories(settings.data());
            try (var file = Files.newBufferedWriter(settings.file())) {
                settings.properties().store(file, null);
            }
            new Storage(settings.logs()).format(this::formatter);
        } catch (IOException e) {
            throw new StartFailure("broker cannot write its data: " + e.getMessage(), e);
        }
        return Child.start(
                program("kafka.Kafka", settings.file().toString()), dist.lifeline(), log);
    }

    /** Good while this very broker, and no other on its port, answers. */
    public Health health() {
        return () -> {
            var own = Storage.clusterId(settings.logs());
            return own.isPresent()
                    && Ports.answers(settings.port())
                    && Clusters.idAt(settings.bootstrap(), Duration.ofSeconds(10)).equals(own);
        };
    }

    /**
     * Refuses what would make a start fail.
     *
     * @throws StartFailure where a port is taken, by whom as far as that can be told
     */
    public void check() {
        if (Ports.taken(settings.port())) {
            throw new StartFailure(Clusters.whoseIs(settings));
        }
        Ports.require(settings.controllerPort(), "the broker's controller");
    }

    private Child formatter(String clusterId) {
        var format =
                new String[] {
                    "format",
                    "--cluster-id",
                    clusterId,
                    "--config",
                    settings.file().toString(),
                    "--ignore-formatted"
                };
        return Child.start(
                program("kafka.tools.StorageTool", format),
                dist.lifeline(),
                log.resolveSibling("broker-format.log"));
    }

    private Program program(String main, String... arguments) {
        var jvm = new ArrayList<>(JVM);
        jvm.add("-Dlog4j2.configurationFile=" + dist.brokerLogging().toUri());
        var entry = List.of("-cp", dist.kafka() + "/*", main);
        return new Program("broker", jvm, entry, List.of(arguments), Map.of());
    }
}
