package dev.pavior.intake.topology;

import static dev.pavior.intake.topology.Observations.ITEM;
import static dev.pavior.intake.topology.Observations.NOON;
import static dev.pavior.intake.topology.Observations.opened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pavior.chassis.kafka.AvroSerdes;
import dev.pavior.chassis.kafka.KafkaGate;
import dev.pavior.contract.Topic;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.Observation;
import dev.pavior.intake.RunningIntake;
import dev.pavior.intake.TopicReader;
import dev.pavior.testkit.Cluster;
import dev.pavior.testkit.ConfluentDecoder;
import dev.pavior.testkit.RealKafka;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RealKafka
@RunningIntake
class TextsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired private KafkaGate gate;
    @Autowired private AvroSerdes serdes;

    private final Cluster cluster;
    private final TopicReader topics;
    private final ConfluentDecoder decoder;

    TextsIT(Cluster cluster) {
        this.cluster = cluster;
        this.topics = new TopicReader(cluster.bootstrap());
        this.decoder = new ConfluentDecoder(cluster.registryUrl());
    }

    @Test
    void leavesTombstonesOnTheTopicsWhenAnItemBecomesConfidentialAndIsGone() {
        // Given
        await().atMost(PATIENCE).until(gate::isOpen);
        var gone =
                Observations.sight(NOON)
                        .setValidAt(null)
                        .setSeenAt(NOON.plusSeconds(60))
                        .setSeen(List.of("gone"))
                        .setGoneReason("deleted")
                        .build();

        // When
        send(opened(NOON).build(), opened(NOON.plusSeconds(9)).setConfidential(true).build(), gone);

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(recordsOf(Topics.TEXTS)).hasSize(3));
        assertThat(recordsOf(Topics.TEXTS))
                .extracting(this::isConfidential)
                .containsExactly("false", "true", "withdrawn");
        assertThat(recordsOf(Topics.TITLES))
                .extracting(record -> record.value() == null)
                .containsExactly(false, true);
    }

    private String isConfidential(ConsumerRecord<String, byte[]> text) {
        return text.value() == null
                ? "withdrawn"
                : decoder.decode(text.value()).get("confidential").toString();
    }

    private List<ConsumerRecord<String, byte[]>> recordsOf(Topic topic) {
        return topics.all(topic.name()).stream()
                .filter(record -> record.key().equals(ITEM))
                .toList();
    }

    private void send(Observation... seen) {
        try (var producer =
                new KafkaProducer<>(
                        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrap()),
                        new StringSerializer(),
                        serdes.<Observation>of(Topics.OBSERVATIONS).serializer())) {
            for (var each : seen) {
                producer.send(new ProducerRecord<>(Topics.OBSERVATIONS.name(), ITEM, each));
            }
        }
    }
}
