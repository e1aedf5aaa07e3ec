package dev.pavior.chassis.kafka;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Kafka and the schema registry are, and where Kafka Streams keeps its state.
 *
 * @param bootstrap bootstrap servers, host:port separated by commas
 * @param registryUrl base URL of the schema registry
 * @param stateDir folder for the state of Kafka Streams, kept over restarts
 * @param instance stable name of this instance among its replicas; a killed one comes back under it
 * @param commitInterval how often results become visible to the next service
 * @param client further client settings, such as TLS and SASL
 */
@ConfigurationProperties("pavior.kafka")
public record KafkaSettings(
        @DefaultValue("127.0.0.1:9092") String bootstrap,
        @DefaultValue("http://127.0.0.1:8081") String registryUrl,
        @DefaultValue(".pavior/state") Path stateDir,
        @DefaultValue("0") String instance,
        @DefaultValue("25ms") Duration commitInterval,
        @DefaultValue Map<String, String> client) {

    public KafkaSettings {
        if (bootstrap.isBlank() || registryUrl.isBlank()) {
            throw new IllegalArgumentException(
                    "pavior.kafka.bootstrap and pavior.kafka.registry-url must not be blank");
        }
        client = Map.copyOf(client);
    }

    /** The settings every Kafka client starts from; the map is the caller's own. */
    public Map<String, Object> clientConfig() {
        var config = new HashMap<String, Object>(client);
        config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        return config;
    }
}
