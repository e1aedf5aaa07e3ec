package dev.pavior.local.broker;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * Where a local broker listens and keeps its data.
 *
 * @param port port for clients
 * @param controllerPort port for its own controller
 * @param data folder of its storage and settings
 */
public record BrokerSettings(int port, int controllerPort, Path data) {

    /** The address clients use. */
    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    Path logs() {
        return data.resolve("log");
    }

    Path file() {
        return data.resolve("server.properties");
    }

    Properties properties() {
        var properties = new Properties();
        properties.putAll(place());
        properties.putAll(alone());
        properties.putAll(small());
        return properties;
    }

    private Map<String, String> place() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put(
                "listeners",
                "PLAINTEXT://%s,CONTROLLER://127.0.0.1:%d".formatted(bootstrap(), controllerPort));
        settings.put("advertised.listeners", "PLAINTEXT://" + bootstrap());
        settings.put("controller.listener.names", "CONTROLLER");
        // Voters by setting, not in the storage, so that the same data may move to other ports.
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.put("log.dirs", logs().toAbsolutePath().toString());
        // Topics come from provisioning alone: a misspelt name must fail.
        settings.put("auto.create.topics.enable", "false");
        return settings;
    }

    /** One broker: internal topics can have one replica only, and nobody else is waited for. */
    private static Map<String, String> alone() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("group.streams.initial.rebalance.delay.ms", "0");
        return settings;
    }

    /** A laptop's worth of work. */
    private static Map<String, String> small() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("share.coordinator.state.topic.num.partitions", "1");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "2");
        settings.put("log.cleaner.dedupe.buffer.size", "16777216");
        return settings;
    }
}
