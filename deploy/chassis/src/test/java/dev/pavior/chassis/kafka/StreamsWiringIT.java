package dev.pavior.chassis.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pavior.contract.Service;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.Handoff;
import dev.pavior.contract.v1.HandoffState;
import dev.pavior.contract.v1.Workflow;
import dev.pavior.testkit.Cluster;
import dev.pavior.testkit.ConfluentDecoder;
import dev.pavior.testkit.RealKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

@RealKafka
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StreamsWiringIT {

    private static final String KEY = "gitlab.example/1/issue/1";

    /** Turns each workflow into a handoff: the smallest stream there can be. */
    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(StreamsWiring.class)
    static class Application {

        @Bean
        Service service() {
            return Service.HANDOFF;
        }

        @Bean
        StreamsTopology topology(AvroSerdes serdes) {
            return builder ->
                    builder.stream(
                                    Topics.WORKFLOWS.name(),
                                    Consumed.with(
                                            Serdes.String(), serdes.<Workflow>of(Topics.WORKFLOWS)))
                            .mapValues(StreamsWiringIT::handoff)
                            .to(
                                    Topics.HANDOFFS.name(),
                                    Produced.with(Serdes.String(), serdes.of(Topics.HANDOFFS)));
        }
    }

    private ConfigurableApplicationContext application;
    private Cluster cluster;

    @BeforeAll
    void start(Cluster cluster, @TempDir Path state) {
        this.cluster = cluster;
        application = run(cluster.bootstrap(), state);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(application.getBean(StreamsHealth.class).health())
                                        .extracting(health -> health.getStatus().getCode())
                                        .isEqualTo("UP"));
    }

    @AfterAll
    void stop() {
        application.close();
    }

    @Test
    void carriesARecordThroughWithItsHeaders() {
        // Given
        var bytes =
                application
                        .getBean(AvroSerdes.class)
                        .<Workflow>of(Topics.WORKFLOWS)
                        .serializer()
                        .serialize(Topics.WORKFLOWS.name(), workflow());

        // When
        send(bytes, Map.of(EventHeaders.DELIVERY_ID, "d-1"));

        // Then
        var record = first(Topics.HANDOFFS.name());
        assertThat(record.key()).isEqualTo(KEY);
        assertThat(EventHeaders.get(record.headers(), EventHeaders.DELIVERY_ID)).contains("d-1");
        var decoded = new ConfluentDecoder(cluster.registryUrl()).decode(record.value());
        assertThat(decoded.toString()).contains(KEY);
    }

    @Test
    void parksWhatCannotBeReadAndGoesOn() {
        // Given
        var poison = new byte[] {0, 0, 0, 0, 99, 1, 2, 3};

        // When
        send(poison, Map.of());

        // Then
        var parked = first(Topics.deadLetters(Service.HANDOFF).name());
        assertThat(parked.value()).isEqualTo(poison);
        assertThat(EventHeaders.get(parked.headers(), "__streams.errors.topic"))
                .contains(Topics.WORKFLOWS.name());
    }

    @Test
    void waitsForABrokerThatIsAway(@TempDir Path state) {
        // When
        try (var waiting = run("127.0.0.1:1", state)) {

            // Then
            var gate = waiting.getBean(KafkaGate.class);
            await().untilAsserted(
                            () ->
                                    assertThat(gate.health().getDetails().get("waiting"))
                                            .isEqualTo("the broker does not answer"));
            assertThat(waiting.getBean(ApplicationAvailability.class).getLivenessState())
                    .isEqualTo(LivenessState.CORRECT);
        }
    }

    private static ConfigurableApplicationContext run(String bootstrap, Path state) {
        return new SpringApplication(Application.class)
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--spring.config.import=classpath:chassis.yml",
                        "--pavior.kafka.bootstrap=" + bootstrap,
                        "--pavior.kafka.registry-url=" + System.getProperty("PAVIOR_REGISTRY_URL"),
                        "--pavior.kafka.state-dir=" + state);
    }

    private void send(byte[] value, Map<String, String> headers) {
        var record = new ProducerRecord<>(Topics.WORKFLOWS.name(), KEY, value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        var config = new HashMap<String, Object>(Map.of("bootstrap.servers", cluster.bootstrap()));
        try (var producer =
                new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(record);
        }
    }

    private ConsumerRecord<String, byte[]> first(String topic) {
        var config =
                Map.<String, Object>of(
                        "bootstrap.servers",
                        cluster.bootstrap(),
                        "group.id",
                        "test-" + topic,
                        "auto.offset.reset",
                        "earliest",
                        "isolation.level",
                        "read_committed");
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer =
                new KafkaConsumer<>(
                        config, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            await().atMost(Duration.ofSeconds(30))
                    .until(
                            () -> {
                                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
                                return !found.isEmpty();
                            });
        }
        return found.getFirst();
    }

    private static Workflow workflow() {
        return Workflow.newBuilder()
                .setItem(KEY)
                .setState("complete")
                .setSince(Instant.parse("2026-11-01T10:00:00Z"))
                .setRevision(1)
                .setMoves(List.of())
                .build();
    }

    private static Handoff handoff(Workflow workflow) {
        return Handoff.newBuilder()
                .setId(workflow.getItem())
                .setItem(workflow.getItem())
                .setState(HandoffState.PROPOSED)
                .setSince(workflow.getSince())
                .setReason("complete")
                .setRevision(workflow.getRevision())
                .build();
    }
}
