package dev.pavior.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pavior.chassis.kafka.EventHeaders;
import dev.pavior.chassis.kafka.KafkaGate;
import dev.pavior.contract.Service;
import dev.pavior.contract.Topics;
import dev.pavior.intake.RunningIntake;
import dev.pavior.intake.TopicReader;
import dev.pavior.intake.team.TeamHandles;
import dev.pavior.testkit.Cluster;
import dev.pavior.testkit.ConfluentDecoder;
import dev.pavior.testkit.RealKafka;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@RealKafka
@RunningIntake
class WebhookIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DEAD_LETTERS = Topics.deadLetters(Service.INTAKE).name();

    @LocalServerPort private int port;
    @Autowired private KafkaGate gate;
    @Autowired private Balance balance;
    @Autowired private TeamHandles handles;

    private final TopicReader topics;
    private final ConfluentDecoder decoder;
    private WebTestClient client;

    WebhookIT(Cluster cluster) {
        this.topics = new TopicReader(cluster.bootstrap());
        this.decoder = new ConfluentDecoder(cluster.registryUrl());
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

    @Test
    void answersWhenTheObservationIsOnTheTopicAndAssemblesTheItem() {
        // Given
        var body = Deliveries.read("issue.json").replace("\"iid\": 23", "\"iid\": 501");
        var item = "gitlab.com/14/issue/501";

        // When
        var answer = post(body, "delivery-501");

        // Then
        answer.expectStatus().isOk().expectBody().isEmpty();
        var record = recordsOf(Topics.OBSERVATIONS.name(), item).getFirst();
        assertThat(decoder.decode(record.value()).get("title").toString())
                .isEqualTo("Rotate the runner tokens");
        assertThat(header(record.headers(), "delivery-id")).isEqualTo("delivery-501");
        assertThat(header(record.headers(), "ce_id")).isEqualTo("delivery-501");
        assertThat(header(record.headers(), "traceparent")).startsWith("00-4bf92f");
        var state = awaitItem(item);
        assertThat(state.get("revision")).isEqualTo(1L);
        assertThat(state.get("state").toString()).isEqualTo("CLOSED");
        assertThat(state.get("closedAtExact")).isEqualTo(true);
        assertThat(state.get("labels").toString())
                .isEqualTo("[ProdSecEngMetric::Paved Road, group::runner]");
    }

    @Test
    void publishesOneStateForTwinsAndRepetitions() {
        // Given
        var body = Deliveries.read("issue.json").replace("\"iid\": 23", "\"iid\": 502");
        var item = "gitlab.com/14/issue/502";

        // When
        List.of("hook of the project", "hook-of-the-group", "hook-of-the-group")
                .forEach(key -> post(body, key).expectStatus().isOk());
        post(body.replace("\"closed\"", "\"opened\"").replace("43.920Z", "59.000Z"), "later")
                .expectStatus()
                .isOk();

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(states(item))
                                        .extracting(state -> state.get("state").toString())
                                        .containsExactly("CLOSED", "OPENED"));
        assertThat(recordsOf(Topics.OBSERVATIONS.name(), item)).hasSize(4);
    }

    @Test
    void parksTheRawBytesOfWhatItCannotRead() {
        // Given
        var body = "{\"object_kind\":\"issue\",\"canary\":\"äöü\"";

        // When
        var answer = post(body, "unreadable-1");

        // Then
        answer.expectStatus().isOk().expectBody().isEmpty();
        var parked = recordsOf(DEAD_LETTERS, "unreadable-1").getFirst();
        assertThat(parked.value()).isEqualTo(body.getBytes(UTF_8));
        assertThat(header(parked.headers(), "dlt-reason")).isEqualTo("not-json");
        assertThat(header(parked.headers(), "dlt-source")).isEqualTo("default");
        for (var header : parked.headers()) {
            assertThat(new String(header.value(), UTF_8)).doesNotContain("canary");
        }
    }

    @Test
    void publishesAllThatACommentLeadsToAndTheCatalogueOnlyOnce() {
        // Given
        var body =
                """
                {"object_kind":"note","event_type":"note","user":{"id":505,"username":"ada"},
                 "project":{"id":505,"path_with_namespace":"team/five"},
                 "object_attributes":{"id":1,"note":"@%s please","noteable_type":"MergeRequest"},
                 "merge_request":{"iid":1,"target_project_id":505}}"""
                        .formatted(handles.names().getFirst());
        var item = "gitlab.com/505/merge_request/1";

        // When
        post(body, "note-1").expectStatus().isOk();
        post(body, "note-2").expectStatus().isOk();

        // Then
        assertThat(recordsOf(Topics.NOTES.name(), item))
                .extracting(record -> header(record.headers(), "ce_id"))
                .containsExactly("note-1", "note-2");
        var seen = recordsOf(Topics.OBSERVATIONS.name(), item);
        assertThat(seen)
                .hasSize(2)
                .allSatisfy(
                        record ->
                                assertThat(
                                                decoder.decode(record.value())
                                                        .get("mentionedInNote")
                                                        .toString())
                                        .contains(handles.names().getFirst()));
        assertThat(header(seen.getFirst().headers(), "ce_id")).startsWith("note-1/");
        assertThat(header(seen.getFirst().headers(), "delivery-id")).isEqualTo("note-1");
        for (var entry : List.of("project/505", "path/team/five", "user/505")) {
            assertThat(recordsOf(Topics.CATALOG.name(), "gitlab.com/" + entry)).hasSize(1);
        }
    }

    @Test
    void refusesWhoeverDoesNotProveItself() {
        // When
        var answer =
                client.post()
                        .uri("/webhooks/gitlab")
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("X-Gitlab-Token", "guessed")
                        .bodyValue(Deliveries.read("issue.json"))
                        .exchange();

        // Then
        answer.expectStatus().isUnauthorized().expectBody().isEmpty();
    }

    @Test
    void refusesATooLargeBodyWithoutReadingIt() throws IOException {
        // Given: a sender that announces more than is allowed and waits for the answer
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);

            // When
            socket.getOutputStream().write(head("Content-Length: 26214401").getBytes(UTF_8));
            var status = firstLine(socket);

            // Then
            assertThat(status).contains("413");
        }
    }

    @Test
    void refusesATooLargeBodyOfUnknownSizeWhileReadingIt() {
        // Given
        var chunk = "x".repeat(1024 * 1024).getBytes(UTF_8);
        var before = balance.sheet();

        // When
        var status = postChunks(chunk, 40);

        // Then: the connection may be cut before the answer is read, but the refusal is counted
        assertThat(status)
                .isIn(
                        "",
                        "HTTP/1.1 413 Request Entity Too Large",
                        "HTTP/1.1 413 Content Too Large");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            var after = balance.sheet();
                            assertThat(after.received()).isEqualTo(before.received() + 1);
                            assertThat(after.ended()).isEqualTo(after.received());
                        });
    }

    @Test
    void countsEveryDeliveryInExactlyOneOutcome() {
        // Given
        var before = balance.sheet();
        var issue = Deliveries.read("issue.json").replace("\"iid\": 23", "\"iid\": 504");

        // When
        post(issue, "b-1").expectStatus().isOk();
        post("{\"object_kind\":\"push\"}", "b-2").expectStatus().isOk();
        post("no json", "b-3").expectStatus().isOk();
        client.post()
                .uri("/webhooks/gitlab")
                .bodyValue(issue)
                .exchange()
                .expectStatus()
                .isUnauthorized();

        // Then
        var after = balance.sheet();
        assertThat(after.received()).isEqualTo(before.received() + 4);
        assertThat(after.ended()).isEqualTo(after.received());
        assertThat(after.sources().get("default"))
                .containsKeys("published", "ignored", "parked")
                .doesNotContainKey("refused");
        assertThat(after.sources().get("unknown")).containsOnlyKeys("refused");
        client.get()
                .uri("/v1/balance")
                .headers(headers -> headers.setBearerAuth(RunningIntake.READER))
                .exchange()
                .expectBody()
                .jsonPath("$.received")
                .isEqualTo(after.received());
    }

    private ResponseSpec post(String body, String key) {
        return client.post()
                .uri("/webhooks/gitlab")
                .contentType(MediaType.APPLICATION_JSON)
                .headers(headers -> authentic(headers, key))
                .bodyValue(body)
                .exchange();
    }

    private static void authentic(HttpHeaders headers, String key) {
        headers.set("X-Gitlab-Token", RunningIntake.TOKEN);
        headers.set("X-Gitlab-Event", "Issue Hook");
        headers.set("X-Gitlab-Instance", "https://gitlab.com");
        headers.set("Idempotency-Key", key);
        headers.set("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    }

    private static String head(String length) {
        return "POST /webhooks/gitlab HTTP/1.1\r\nHost: localhost\r\nX-Gitlab-Token: %s\r\n%s\r\n\r\n"
                .formatted(RunningIntake.TOKEN, length);
    }

    private String postChunks(byte[] chunk, int times) {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            var out = socket.getOutputStream();
            out.write(head("Transfer-Encoding: chunked").getBytes(UTF_8));
            for (int i = 0; i < times; i++) {
                out.write((Integer.toHexString(chunk.length) + "\r\n").getBytes(UTF_8));
                out.write(chunk);
                out.write("\r\n".getBytes(UTF_8));
            }
            return firstLine(socket);
        } catch (IOException e) {
            return "";
        }
    }

    private static String firstLine(Socket socket) throws IOException {
        var reader =
                new java.io.BufferedReader(
                        new java.io.InputStreamReader(socket.getInputStream(), UTF_8));
        return String.valueOf(reader.readLine());
    }

    private GenericRecord awaitItem(String item) {
        return await().atMost(PATIENCE)
                .until(() -> states(item), states -> !states.isEmpty())
                .getLast();
    }

    private List<GenericRecord> states(String item) {
        return recordsOf(Topics.WORK_ITEMS.name(), item).stream()
                .map(record -> decoder.decode(record.value()))
                .toList();
    }

    private List<ConsumerRecord<String, byte[]>> recordsOf(String topic, String key) {
        return topics.all(topic).stream().filter(record -> key.equals(record.key())).toList();
    }

    private static String header(Headers headers, String name) {
        return EventHeaders.get(headers, name).orElse("");
    }
}
