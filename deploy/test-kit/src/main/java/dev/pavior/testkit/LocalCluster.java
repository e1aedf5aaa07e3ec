package dev.pavior.testkit;

import dev.pavior.local.broker.Broker;
import dev.pavior.local.broker.BrokerSettings;
import dev.pavior.local.process.Child;
import dev.pavior.local.process.Dist;
import dev.pavior.local.process.Ports;
import dev.pavior.local.registry.Registry;
import java.nio.file.Path;
import java.time.Duration;

/** Broker and registry as processes of this machine, which end with this virtual machine. */
final class LocalCluster implements Cluster {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final BrokerSettings settings;
    private final Broker broker;
    private final Registry registry;
    private Child brokerProcess;

    private LocalCluster(BrokerSettings settings, Broker broker, Registry registry) {
        this.settings = settings;
        this.broker = broker;
        this.registry = registry;
        this.brokerProcess = broker.start();
    }

    /** Starts both in a folder and waits until both answer. */
    static LocalCluster start(Path folder) {
        var dist = Dist.here();
        var settings = new BrokerSettings(Ports.free(), Ports.free(), folder.resolve("kafka"));
        var registry =
                new Registry(
                        Ports.free(),
                        folder.resolve("registry"),
                        dist,
                        folder.resolve("registry.log"));
        var registryProcess = registry.start();
        var cluster =
                new LocalCluster(
                        settings,
                        new Broker(settings, dist, folder.resolve("broker.log")),
                        registry);
        cluster.broker.health().await(cluster.brokerProcess, PATIENCE);
        registry.health().await(registryProcess, PATIENCE);
        return cluster;
    }

    @Override
    public String bootstrap() {
        return settings.bootstrap();
    }

    @Override
    public String registryUrl() {
        return registry.url();
    }

    @Override
    public void killBroker() {
        brokerProcess.kill();
    }

    @Override
    public void restartBroker() {
        brokerProcess = broker.start();
        broker.health().await(brokerProcess, PATIENCE);
    }

    @Override
    public String toString() {
        return "local processes: broker at " + bootstrap() + ", registry at " + registryUrl();
    }
}
