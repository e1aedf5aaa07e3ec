package dev.pavior.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pavior.chassis.kafka.KafkaGate;
import dev.pavior.contract.Service;
import dev.pavior.contract.Topics;
import dev.pavior.intake.RunningIntake;
import dev.pavior.intake.TopicReader;
import dev.pavior.local.letters.Door;
import dev.pavior.local.letters.Replay;
import dev.pavior.local.letters.Sent;
import dev.pavior.local.letters.Shelf;
import dev.pavior.local.topics.Reach;
import dev.pavior.local.topics.Reader;
import dev.pavior.local.topics.ReadingProgress;
import dev.pavior.testkit.Cluster;
import dev.pavior.testkit.RealKafka;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What was parked comes in again as the delivery it was, and is counted. */
@RealKafka
@RunningIntake
class ReplayIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DEAD_LETTERS = Topics.deadLetters(Service.INTAKE).name();

    @LocalServerPort private int port;
    @Autowired private KafkaGate gate;

    private final TopicReader topics;
    private final Reach reach;

    ReplayIT(Cluster cluster) {
        this.topics = new TopicReader(cluster.bootstrap());
        this.reach = new Reach(cluster.bootstrap(), cluster.registryUrl(), Map.of());
    }

    @BeforeEach
    void awaitTheIntake() {
        await().atMost(PATIENCE).until(gate::isOpen);
    }

    @Test
    void makesOneRevisionHoweverOftenADeliveryIsReplayed() {
        // Given
        var body = Deliveries.read("issue.json").replace("\"iid\": 23", "\"iid\": 901");
        park("d-901", body);

        // When
        var sent = List.of(replayLast(), replayLast());

        // Then
        assertThat(sent).allMatch(Sent.To.class::isInstance);
        var seen = of(Topics.OBSERVATIONS.name(), 901);
        assertThat(seen).hasSize(2).allMatch(r -> header(r, "delivery-id").equals("d-901"));
        replayLater(
                "d-901-later",
                body.replace("43.920Z", "59.000Z").replace("\"closed\"", "\"opened\""));
        await().atMost(PATIENCE).until(() -> of(Topics.WORK_ITEMS.name(), 901).size() > 1);
        assertThat(of(Topics.WORK_ITEMS.name(), 901)).hasSize(2);
        showsAllInstancesWithWhatTheyCounted();
    }

    @Test
    void saysThatADeliveryWasParkedAgain() {
        // Given
        park("d-903", "still no JSON");

        // When
        var sent = replayLast();

        // Then
        assertThat(sent).isInstanceOf(Sent.Back.class);
        assertThat(sent.isTrouble()).isTrue();
    }

    /** One partition is assembled in order, so what came before is done when this is. */
    private void replayLater(String delivery, String body) {
        park(delivery, body);
        replayLast();
    }

    private void showsAllInstancesWithWhatTheyCounted() {
        WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(PATIENCE)
                .build()
                .get()
                .uri("/v1/balance")
                .headers(headers -> headers.setBearerAuth(RunningIntake.READER))
                .exchange()
                .expectBody()
                .jsonPath("$.instances[0].name")
                .isEqualTo("0")
                .jsonPath("$.instances[0].sources.default.published")
                .value(count -> assertThat((Integer) count).isGreaterThanOrEqualTo(3));
    }

    private void park(String delivery, String body) {
        var record =
                new ProducerRecord<>(DEAD_LETTERS, delivery.getBytes(UTF_8), body.getBytes(UTF_8));
        Map.of(
                        "delivery-id", delivery,
                        "dlt-origin", "POST /webhooks/gitlab",
                        "dlt-event", "Issue Hook",
                        "dlt-instance", "https://gitlab.example",
                        "dlt-length", "" + body.length())
                .forEach((name, is) -> record.headers().add(name, is.getBytes(UTF_8)));
        try (var producer = reach.producer()) {
            producer.send(record);
        }
    }

    private Sent replayLast() {
        var door = new Door("http://127.0.0.1:" + port, RunningIntake.TOKEN, "", Clock.systemUTC());
        try (var reader = new Reader(reach, ReadingProgress.SILENT);
                var producer = reach.producer()) {
            var letter = Shelf.of(Service.INTAKE, reader).letters().getLast();
            return new Replay(reader, producer, Optional.of(door)).send(letter);
        }
    }

    private List<ConsumerRecord<String, byte[]>> of(String topic, int iid) {
        return topics.all(topic).stream()
                .filter(record -> record.key().equals("gitlab.example/14/issue/" + iid))
                .toList();
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
