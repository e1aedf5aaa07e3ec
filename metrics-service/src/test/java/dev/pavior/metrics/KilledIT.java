package dev.pavior.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pavior.chassis.kafka.AvroSerdes;
import dev.pavior.chassis.kafka.KafkaSettings;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.Scorecard;
import dev.pavior.contract.v1.WorkItem;
import dev.pavior.local.process.Ports;
import dev.pavior.metrics.domain.Items;
import dev.pavior.metrics.topology.Numbers;
import dev.pavior.testkit.Cluster;
import dev.pavior.testkit.JavaProcess;
import dev.pavior.testkit.RealKafka;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as its jar, killed twice while it works. */
@RealKafka
class KilledIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int ITEMS = 2000;
    private static final int REVISIONS = 5;

    @TempDir private Path folder;

    @Test
    void givesExactNumbersAfterItWasKilledInMidStream(Cluster cluster) throws Exception {
        // Given
        var random = new Random(4);
        var revisions = Revisions.of(ITEMS, REVISIONS, random);
        var delivered = Revisions.disordered(revisions, random);
        try (var feed = new Feed(cluster);
                var admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrap()));
                var board = new Board(cluster);
                var service = service(cluster)) {
            service.start().awaitReady();

            // When
            feed.publish(delivered);
            killBetween(admin, service, delivered, 0.05, 0.6);
            service.start();
            killBetween(admin, service, delivered, 0.25, 1.0);
            service.start().awaitReady();

            // Then
            await().atMost(PATIENCE).until(() -> done(admin) == delivered.size());
            var expected = Numbers.of(revisions, Items.CHARTER);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(board.numbers()).isEqualTo(expected));
            await().during(Duration.ofSeconds(2))
                    .atMost(PATIENCE)
                    .until(() -> board.numbers().equals(expected));
        }
    }

    /** Kills while the part that is done lies between these; a kill at rest would prove nothing. */
    private static void killBetween(
            Admin admin, JavaProcess service, List<WorkItem> all, double from, double to)
            throws Exception {
        await().pollInterval(Duration.ofMillis(5))
                .atMost(PATIENCE)
                .until(() -> done(admin) > from * all.size());
        service.kill();
        var done = done(admin);
        System.out.printf("Killed when %d of %d revisions were done%n", done, all.size());
        assertThat(done).as("killed in mid-stream").isLessThan((long) (to * all.size()));
    }

    /** How many work items are done for good: committed by the service's group. */
    private static long done(Admin admin) throws ExecutionException, InterruptedException {
        return admin
                .listConsumerGroupOffsets("pavior.metrics")
                .partitionsToOffsetAndMetadata()
                .get()
                .entrySet()
                .stream()
                .filter(e -> e.getKey().topic().equals(Topics.WORK_ITEMS.name()))
                .mapToLong(e -> e.getValue() == null ? 0 : e.getValue().offset())
                .sum();
    }

    private JavaProcess service(Cluster cluster) {
        var port = Ports.free();
        var access = Path.of("src/test/resources/access.yaml").toAbsolutePath();
        return JavaProcess.ofJar(
                JavaProcess.appOf("metrics-service"),
                Map.of(
                        "PAVIOR_KAFKA_BOOTSTRAP", cluster.bootstrap(),
                        "PAVIOR_REGISTRY_URL", cluster.registryUrl(),
                        "PAVIOR_STATE_DIR", folder.resolve("state").toString(),
                        "PAVIOR_CHARTER_DIR", TestCharter.folder().toString(),
                        "PAVIOR_ACCESS_FILE", access.toString(),
                        "PAVIOR_METRICS_PORT", Integer.toString(port),
                        "PAVIOR_METRICS_MANAGEMENT_PORT", Integer.toString(Ports.free())),
                URI.create("http://127.0.0.1:" + port + "/readyz"),
                Path.of("target/killed-it/metrics.log"));
    }

    /** The scorecards as another reader of the topic sees them. */
    private static final class Board implements AutoCloseable {

        private final KafkaConsumer<String, Scorecard> consumer;
        private final Map<String, Scorecard> newest = new HashMap<>();

        Board(Cluster cluster) {
            var settings =
                    new KafkaSettings(
                            cluster.bootstrap(),
                            cluster.registryUrl(),
                            Path.of("."),
                            "board",
                            Duration.ofMillis(25),
                            Map.of());
            consumer =
                    new KafkaConsumer<>(
                            Map.of(
                                    ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrap(),
                                    ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                                    ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
                            new StringDeserializer(),
                            new AvroSerdes(settings)
                                    .<Scorecard>of(Topics.SCORECARDS)
                                    .deserializer());
            consumer.assign(List.of(new TopicPartition(Topics.SCORECARDS.name(), 0)));
        }

        Map<String, dev.pavior.metrics.domain.Amount> numbers() {
            consumer.poll(Duration.ofMillis(100))
                    .forEach(record -> newest.put(record.key(), record.value()));
            return Numbers.shown(newest.values());
        }

        @Override
        public void close() {
            consumer.close();
        }
    }
}
