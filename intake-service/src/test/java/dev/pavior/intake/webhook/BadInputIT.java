package dev.pavior.intake.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pavior.chassis.kafka.EventHeaders;
import dev.pavior.chassis.kafka.KafkaGate;
import dev.pavior.contract.Service;
import dev.pavior.contract.Topics;
import dev.pavior.intake.RunningIntake;
import dev.pavior.intake.TopicReader;
import dev.pavior.testkit.Cluster;
import dev.pavior.testkit.RealKafka;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;

/** What a sender gets wrong is answered shortly, kept for a person, and harms nobody else. */
@RealKafka
@RunningIntake
class BadInputIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CUT = -1;
    private static final String ISSUE =
            "{\"object_kind\":\"issue\",\"object_attributes\":{\"iid\":%d,\"project_id\":14},\"labels\":[%s]}";

    @LocalServerPort private int port;
    @Autowired private KafkaGate gate;
    @Autowired private Balance balance;

    private final TopicReader topics;
    private WebTestClient client;

    BadInputIT(Cluster cluster) {
        this.topics = new TopicReader(cluster.bootstrap());
    }

    @BeforeEach
    void connect() {
        client =
                WebTestClient.bindToServer()
                        .baseUrl("http://127.0.0.1:" + port)
                        .responseTimeout(PATIENCE)
                        .build();
        await().atMost(PATIENCE).until(gate::isOpen);
    }

    static Stream<Arguments> unreadable() throws IOException {
        return Stream.of(
                Arguments.of("no json", "{\"object_kind\":\"issue\"".getBytes(UTF_8), "not-json"),
                Arguments.of(
                        "no text", "{\"a\":\"\u00c3\u0028\"}".getBytes(ISO_8859_1), "not-json"),
                Arguments.of("nothing", new byte[0], "not-an-object"),
                Arguments.of("zeros", new byte[1000], "not-json"),
                Arguments.of("deep", deep(10_000), "over-limits"),
                Arguments.of(
                        "long number",
                        ("{\"a\":" + "9".repeat(1000) + "}").getBytes(UTF_8),
                        "over-limits"),
                Arguments.of(
                        "long text",
                        ("{\"a\":\"" + "x".repeat(10_000_000) + "\"}").getBytes(UTF_8),
                        "over-limits"),
                Arguments.of(
                        "many labels",
                        labels(1, 100_000, "a label of usual length "),
                        "too-large"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void keepsWhatItCannotReadAndSaysNothingOfIt(String name, byte[] body, String reason) {
        // When
        var answer = post(body, name, "identity");

        // Then
        assertThat(answer.getStatus().value()).isEqualTo(200);
        assertThat(answer.getResponseBody()).isNull();
        var parked = parked(name);
        assertThat(header(parked, "dlt-reason")).isEqualTo(reason);
        assertThat(header(parked, "dlt-length")).isEqualTo("" + body.length);
        assertThat(parked.value()).hasSize(Math.min(body.length, Records.PARKED_LIMIT));
    }

    @Test
    void takesAHundredThousandShortLabelsWhole() {
        // When
        var answer = post(labels(2, 100_000, ""), "many short labels", "identity");

        // Then
        assertThat(answer.getStatus().value()).isEqualTo(200);
        assertThat(topics.all(Topics.OBSERVATIONS.name()))
                .extracting(ConsumerRecord::key)
                .contains("gitlab.example/14/issue/2");
    }

    @Test
    void doesNotUnpackWhatIsPacked() throws IOException {
        // Given: a thousand times its size when unpacked
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[50_000_000]);
        }

        // When
        var answer = post(packed.toByteArray(), "packed", "gzip");

        // Then
        assertThat(answer.getStatus().value()).isEqualTo(200);
        assertThat(header(parked("packed"), "dlt-reason")).isEqualTo("encoded");
        assertThat(parked("packed").value()).isEqualTo(packed.toByteArray());
    }

    @Test
    void answersAllTheSameWhileOthersMisbehave() {
        // Given
        var before = balance.sheet();

        // When
        for (int i = 0; i < 3; i++) {
            assertThat(statusOfHuge()).isIn(413, CUT);
        }
        var good = post(labels(3, 1, ""), "good", "identity");

        // Then
        assertThat(good.getStatus().value()).isEqualTo(200);
        var after = balance.sheet();
        assertThat(after.received()).isEqualTo(before.received() + 4);
        assertThat(after.ended()).isEqualTo(after.received());
    }

    /** The connection may be cut before the answer is read: the rest is not wanted. */
    private int statusOfHuge() {
        try {
            return post(new byte[30_000_000], "huge", "identity").getStatus().value();
        } catch (WebClientRequestException e) {
            return CUT;
        }
    }

    private static byte[] deep(int levels) {
        return ("{\"object_kind\":\"issue\",\"a\":" + "[".repeat(levels) + "]".repeat(levels) + "}")
                .getBytes(UTF_8);
    }

    private static byte[] labels(int iid, int count, String name) {
        var labels = new StringBuilder("\"" + name + "0\"");
        for (int i = 1; i < count; i++) {
            labels.append(",\"").append(name).append(i).append('"');
        }
        return ISSUE.formatted(iid, labels).getBytes(UTF_8);
    }

    private EntityExchangeResult<byte[]> post(byte[] body, String key, String encoding) {
        return client.post()
                .uri("/webhooks/gitlab")
                .header("X-Gitlab-Token", RunningIntake.TOKEN)
                .header("Idempotency-Key", key.replace(' ', '-'))
                .header("Content-Encoding", encoding)
                .bodyValue(body)
                .exchange()
                .expectBody()
                .returnResult();
    }

    private ConsumerRecord<String, byte[]> parked(String key) {
        return topics.all(Topics.deadLetters(Service.INTAKE).name()).stream()
                .filter(record -> key.replace(' ', '-').equals(record.key()))
                .findFirst()
                .orElseThrow();
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return EventHeaders.get(record.headers(), name).orElse("");
    }
}
