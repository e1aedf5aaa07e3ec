package dev.pavior.local.broker;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;

/** Tells which Kafka cluster, if any, answers at an address. */
public final class Clusters {

    private Clusters() {}

    /** The id of the cluster at an address; empty where no broker answers in time. */
    public static Optional<String> idAt(String bootstrap, Duration patience) {
        try (var admin = Admin.create(settings(bootstrap, patience))) {
            return Optional.ofNullable(
                    admin.describeCluster()
                            .clusterId()
                            .get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** The line that says who holds the port which a broker wants. */
    static String whoseIs(BrokerSettings settings) {
        var own = Storage.clusterId(settings.logs());
        var found = idAt(settings.bootstrap(), Duration.ofSeconds(3));
        if (found.isEmpty()) {
            return "port %d, for the broker, is taken by another program"
                    .formatted(settings.port());
        }
        if (found.equals(own)) {
            return "port %d: this broker is running already".formatted(settings.port());
        }
        return "port %d belongs to a foreign Kafka broker (cluster.id %s)"
                .formatted(settings.port(), found.get());
    }

    private static Map<String, Object> settings(String bootstrap, Duration patience) {
        int millis = Math.toIntExact(patience.toMillis());
        return Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                millis,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                millis,
                AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG,
                50L);
    }
}
