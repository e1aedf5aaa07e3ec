package dev.pavior.local.command;

import dev.pavior.local.stack.PortPlan;
import dev.pavior.local.stack.Running;
import dev.pavior.local.topics.Reach;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of commands that work on the running stack or on any other cluster. */
final class ClusterOptions {

    @Mixin private final Place place = new Place();

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            defaultValue = "${env:PAVIOR_KAFKA_BOOTSTRAP}",
            description = "Address of the brokers; else PAVIOR_KAFKA_BOOTSTRAP.")
    private @Nullable String bootstrap;

    @Option(
            names = "--registry",
            paramLabel = "URL",
            defaultValue = "${env:PAVIOR_REGISTRY_URL}",
            description = "Address of the registry; else PAVIOR_REGISTRY_URL.")
    private @Nullable String registry;

    @Option(
            names = "--client-config",
            paramLabel = "FILE",
            description = "Properties file with further Kafka client settings, such as TLS.")
    private @Nullable Path clientConfig;

    Place place() {
        return place;
    }

    String bootstrap() {
        return said(bootstrap, ports -> "127.0.0.1:" + ports.of("kafka"));
    }

    String registry() {
        return said(registry, ports -> ports.url("registry"));
    }

    Reach reach() {
        return new Reach(bootstrap(), registry(), client());
    }

    /** The ports of the running stack, else the usual ones. */
    PortPlan ports() {
        return place.running()
                .map(Running::ports)
                .map(PortPlan::new)
                .orElseGet(() -> PortPlan.of(0, System::getenv));
    }

    private Map<String, String> client() {
        var settings = new Properties();
        if (clientConfig != null) {
            try (var text = Files.newBufferedReader(clientConfig)) {
                settings.load(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        var client = new HashMap<String, String>();
        settings.stringPropertyNames().forEach(k -> client.put(k, settings.getProperty(k)));
        return client;
    }

    private String said(@Nullable String option, Function<PortPlan, String> own) {
        return Optional.ofNullable(option)
                .filter(value -> !value.isBlank())
                .orElseGet(() -> own.apply(ports()));
    }
}
