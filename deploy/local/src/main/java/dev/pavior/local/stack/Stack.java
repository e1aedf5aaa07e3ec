package dev.pavior.local.stack;

import dev.pavior.local.broker.Broker;
import dev.pavior.local.broker.BrokerSettings;
import dev.pavior.local.process.Dist;
import dev.pavior.local.process.Health;
import dev.pavior.local.registry.Registry;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a local run consists of.
 *
 * @param root the checkout
 * @param home where it writes
 * @param ports where it listens
 * @param demo whether the GitLab sandbox belongs to it
 * @param caller looks up a variable that its services may be told, null where unset
 */
public record Stack(
        Path root,
        Home home,
        PortPlan ports,
        boolean demo,
        UnaryOperator<@Nullable String> caller) {

    /** A run whose services are told what the environment of this process says. */
    public Stack(Path root, Home home, PortPlan ports, boolean demo) {
        this(root, home, ports, demo, System::getenv);
    }

    /** The address of the broker. */
    public String bootstrap() {
        return "127.0.0.1:" + ports.of("kafka");
    }

    /** The address of the registry. */
    public String registryUrl() {
        return ports.url("registry");
    }

    /** The parts in the order of their floors. */
    public List<Part> parts() {
        var parts = new ArrayList<>(List.of(broker(), registry()));
        var apps = new Apps(this, Secrets.of(home), caller);
        apps.all().forEach(app -> parts.add(part(app)));
        return parts;
    }

    private Part broker() {
        var settings =
                new BrokerSettings(
                        ports.of("kafka"), ports.of("kafka-controller"), home.data("kafka"));
        var broker = new Broker(settings, Dist.of(root), home.log("broker"));
        return new Part(
                "broker",
                Part.Floor.BROKER,
                settings.bootstrap(),
                broker.health(),
                broker::check,
                broker::start);
    }

    private Part registry() {
        var registry =
                new Registry(
                        ports.of("registry"),
                        home.data("registry"),
                        Dist.of(root),
                        home.log("registry"));
        return new Part(
                "registry",
                Part.Floor.REGISTRY,
                registry.url(),
                registry.health(),
                registry::check,
                registry::start);
    }

    private Part part(App app) {
        return new Part(
                app.name(),
                app.floor(),
                ports.url(app.name()),
                Health.http(URI.create(ports.url(app.name()) + app.health()), app.healthHeaders()),
                () -> app.check(this),
                () -> app.start(this));
    }
}
