package dev.pavior.intake.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pavior.chassis.kafka.AvroSerdes;
import dev.pavior.chassis.kafka.KafkaSettings;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.ReadCursor;
import dev.pavior.contract.v1.ReadJob;
import dev.pavior.contract.v1.ReadState;
import dev.pavior.testkit.Cluster;
import dev.pavior.testkit.RealKafka;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** Cursors of a real topic, one of which is no cursor. */
@RealKafka
class CursorTailIT {

    @Test
    void goesOnBehindACursorThatCannotBeRead(Cluster cluster) throws Exception {
        // Given
        var kafka =
                new KafkaSettings(
                        cluster.bootstrap(),
                        cluster.registryUrl(),
                        Path.of("target"),
                        "0",
                        Duration.ofMillis(25),
                        Map.of());
        var serdes = new AvroSerdes(kafka);
        var name = Topics.CURSORS.name();
        var good = serdes.of(Topics.CURSORS).serializer().serialize(name, cursor());
        try (var producer =
                new KafkaProducer<>(
                        kafka.clientConfig(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(name, "bad", "no cursor".getBytes(UTF_8))).get();
            producer.send(new ProducerRecord<>(name, "good", good)).get();
        }
        var cursors = new Cursors();
        var registry = new SimpleMeterRegistry();
        var tail = new CursorTail(kafka, serdes, cursors, registry);

        // When
        Thread.ofVirtual().start(tail);

        // Then
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> {
                            assertThat(cursors.of("default")).hasSize(1);
                            assertThat(tail.trouble())
                                    .isEqualTo(
                                            "cursors that could not be read and are left out: 1");
                        });
        assertThat(registry.get("pavior.reading.cursors.unread").counter().count()).isEqualTo(1);
        tail.stop();
    }

    private static ReadCursor cursor() {
        return ReadCursor.newBuilder()
                .setSource("default")
                .setJob(ReadJob.SWEEP)
                .setScope("all")
                .setState(ReadState.DONE)
                .setDoneCount(0)
                .setStartedAt(Instant.EPOCH)
                .setUpdatedAt(Instant.EPOCH)
                .build();
    }
}
