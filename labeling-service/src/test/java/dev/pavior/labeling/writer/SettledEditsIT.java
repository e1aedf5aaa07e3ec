package dev.pavior.labeling.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pavior.chassis.kafka.AvroSerdes;
import dev.pavior.chassis.kafka.KafkaSettings;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.EditOutcome;
import dev.pavior.contract.v1.EditResult;
import dev.pavior.local.process.Ports;
import dev.pavior.testkit.Cluster;
import dev.pavior.testkit.RealKafka;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

@RealKafka
class SettledEditsIT {

    private static final int PARTITION = 2;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private SettledEdits settledEdits(KafkaSettings settings) {
        var serdes = new AvroSerdes(settings);
        return new SettledEdits(
                () -> WriterWiring.resultsConsumer(settings, serdes),
                new WriterTally(meters),
                Clock.systemUTC());
    }

    private static KafkaSettings settings(Cluster cluster) {
        return settings(cluster.bootstrap(), cluster.registryUrl());
    }

    private static KafkaSettings settings(String bootstrap, String registryUrl) {
        return new KafkaSettings(
                bootstrap,
                registryUrl,
                Path.of("unused"),
                "0",
                Duration.ofMillis(25),
                Map.of("default.api.timeout.ms", "5000"));
    }

    private static EditResult result(String id, EditOutcome outcome) {
        return EditResult.newBuilder()
                .setId(id)
                .setItem("gitlab.example/7/issue/1")
                .setPolicy("policy")
                .setBasisRevision(1)
                .setOutcome(outcome)
                .setAt(Instant.now())
                .build();
    }

    private static byte[] bytes(Cluster cluster, EditResult result) {
        var topic = Topics.EDIT_RESULTS;
        var serde = new AvroSerdes(settings(cluster)).<EditResult>of(topic);
        return serde.serializer().serialize(topic.name(), result);
    }

    private static void send(Cluster cluster, byte[]... values)
            throws ExecutionException, InterruptedException {
        var config = Map.<String, Object>of("bootstrap.servers", cluster.bootstrap());
        try (var producer =
                new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            for (var value : values) {
                var topic = Topics.EDIT_RESULTS.name();
                producer.send(new ProducerRecord<>(topic, PARTITION, "item", value)).get();
            }
        }
    }

    @Test
    void readsOnPastResultsThatCannotBeRead(Cluster cluster) throws Exception {
        // Given
        var poison = new byte[] {7, 7, 7};
        send(
                cluster,
                bytes(cluster, result("first", EditOutcome.APPLIED)),
                poison,
                null,
                bytes(cluster, result("held", EditOutcome.HELD)),
                bytes(cluster, result("last", EditOutcome.REFUSED)));

        // When
        var settled = settledEdits(settings(cluster));

        // Then
        assertThat(settled.has(PARTITION, "first")).isTrue();
        assertThat(settled.has(PARTITION, "held")).isFalse();
        assertThat(settled.has(PARTITION, "last")).isTrue();
        var skipped =
                meters.counter("pavior.labeling.edits", "outcome", "unreadable_result").count();
        assertThat(skipped).isEqualTo(1);
    }

    @Test
    void knowsWhichCreationsAnotherOwnerBegan(Cluster cluster) throws Exception {
        // Given
        var at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        send(
                cluster,
                bytes(cluster, begun("begun", at)),
                bytes(cluster, result("begun", EditOutcome.ROUTED)),
                bytes(cluster, result("begun", EditOutcome.HELD)),
                bytes(cluster, begun("done", at)),
                bytes(cluster, result("done", EditOutcome.APPLIED)),
                bytes(cluster, result("routed", EditOutcome.ROUTED)));

        // When
        var settled = settledEdits(settings(cluster));

        // Then
        assertThat(settled.begun(PARTITION, "begun")).contains(at);
        assertThat(settled.begun(PARTITION, "done")).isEmpty();
        assertThat(settled.begun(PARTITION, "routed")).isEmpty();
    }

    private static EditResult begun(String id, Instant at) {
        return EditResult.newBuilder(result(id, EditOutcome.ROUTED))
                .setReason(RecordedAttempts.BEGUN)
                .setAt(at)
                .build();
    }

    @Test
    void waitsForABrokerThatIsAway(Cluster cluster) {
        // Given
        var nobody = "127.0.0.1:" + Ports.free();

        // When
        var settled = settledEdits(settings(nobody, cluster.registryUrl()));

        // Then
        assertThatThrownBy(() -> settled.has(PARTITION, "first"))
                .isInstanceOf(GitLabUnavailable.class)
                .hasCauseInstanceOf(org.apache.kafka.common.errors.TimeoutException.class);
    }

    @Test
    void takesNoResultForUnreadableWhileTheRegistryIsAway(Cluster cluster) throws Exception {
        // Given
        send(cluster, bytes(cluster, result("first", EditOutcome.APPLIED)));
        var nobody = "http://127.0.0.1:" + Ports.free();

        // When
        var settled = settledEdits(settings(cluster.bootstrap(), nobody));

        // Then
        assertThatThrownBy(() -> settled.has(PARTITION, "first"))
                .isInstanceOf(GitLabUnavailable.class)
                .hasMessageContaining("registry");
    }
}
