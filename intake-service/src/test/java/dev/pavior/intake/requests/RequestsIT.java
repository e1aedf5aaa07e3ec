package dev.pavior.intake.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pavior.chassis.kafka.AvroSerdes;
import dev.pavior.chassis.kafka.KafkaGate;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.EditOutcome;
import dev.pavior.contract.v1.EditResult;
import dev.pavior.contract.v1.WorkRequest;
import dev.pavior.intake.RunningIntake;
import dev.pavior.intake.TopicReader;
import dev.pavior.testkit.Cluster;
import dev.pavior.testkit.RealKafka;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@RealKafka
@RunningIntake
class RequestsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ADA = RunningIntake.READER;
    private static final String BO = "test-other-reader-token";
    private static final String EVE = "test-confidential-token";

    @LocalServerPort private int port;
    @Autowired private KafkaGate gate;
    @Autowired private AvroSerdes serdes;
    @Autowired private Ledger ledger;

    private final Cluster cluster;
    private WebTestClient client;

    RequestsIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @BeforeEach
    void connect() {
        client =
                WebTestClient.bindToServer()
                        .baseUrl("http://127.0.0.1:" + port)
                        .responseTimeout(PATIENCE)
                        .build();
        await().atMost(PATIENCE).until(() -> gate.isOpen() && ledger.isComplete());
    }

    private ResponseSpec post(String who, String key, String body) {
        return client.post()
                .uri("/v1/requests")
                .contentType(MediaType.APPLICATION_JSON)
                .headers(headers -> headers.setBearerAuth(who))
                .headers(headers -> headers.set("Idempotency-Key", key))
                .bodyValue(body)
                .exchange();
    }

    private ResponseSpec get(String who, String path) {
        return client.get().uri(path).headers(headers -> headers.setBearerAuth(who)).exchange();
    }

    private String submitted(String who, String key, String body) {
        return String.valueOf(
                post(who, key, body)
                        .expectStatus()
                        .isCreated()
                        .returnResult(byte[].class)
                        .getResponseHeaders()
                        .getLocation());
    }

    private List<WorkRequest> onTheTopic(String id) {
        return new TopicReader(cluster.bootstrap())
                .all(Topics.REQUESTS.name()).stream()
                        .filter(record -> id.equals(record.key()))
                        .map(record -> this.decoded(record.value()))
                        .toList();
    }

    private WorkRequest decoded(byte[] value) {
        return serdes.<WorkRequest>of(Topics.REQUESTS)
                .deserializer()
                .deserialize(Topics.REQUESTS.name(), value);
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Test
    void answersWhenTheRequestIsOnTheTopic() {
        // When
        var answer = post(ADA, "k-1", Bodies.AUTOMATION);

        // Then
        var location =
                answer.expectStatus()
                        .isCreated()
                        .returnResult(byte[].class)
                        .getResponseHeaders()
                        .getLocation();
        var request = onTheTopic(id(String.valueOf(location))).getFirst();
        assertThat(request.getRequesterId()).isEqualTo(7);
        assertThat(request.getRequester()).isEqualTo("ada");
        assertThat(request.getArea()).isEqualTo("prodsec-automation");
        assertThat(request.getFields()).hasSize(4).containsKey("problem");
        get(ADA, String.valueOf(location))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("received")
                .jsonPath("$.emergency")
                .doesNotExist();
    }

    @Test
    void knowsARequestAgainByItsKey() {
        // Given
        var path = submitted(ADA, "k-2", Bodies.AUTOMATION);

        // When
        var again = post(ADA, "k-2", Bodies.AUTOMATION);
        var another = post(ADA, "k-2", Bodies.AUTOMATION.replace("Six", "Five"));
        var byAnother = post(BO, "k-2", Bodies.AUTOMATION);

        // Then
        again.expectStatus().isOk().expectHeader().location(path);
        another.expectStatus().isEqualTo(409).expectBody().jsonPath("$.detail").exists();
        byAnother.expectStatus().isCreated();
        assertThat(onTheTopic(id(path))).hasSize(1);
    }

    @Test
    void makesOneRequestOfManyAtOnceUnderOneKey() {
        // When
        var paths =
                IntStream.range(0, 20)
                        .parallel()
                        .mapToObj(i -> post(ADA, "k-3", Bodies.AUTOMATION))
                        .map(answer -> answer.expectStatus().is2xxSuccessful())
                        .map(answer -> answer.returnResult(byte[].class))
                        .map(answer -> String.valueOf(answer.getResponseHeaders().getLocation()))
                        .distinct()
                        .toList();

        // Then
        assertThat(paths).hasSize(1);
    }

    @Test
    void tellsFirstWhatToDoInAnEmergency() {
        // When
        var answer = post(ADA, "k-4", Bodies.RISK);

        // Then
        var body =
                answer.expectStatus()
                        .isCreated()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        assertThat(body)
                .startsWith("{\"emergency\":\"Page the Security Incident Response Team")
                .contains("/security");
        post(ADA, "k-5", Bodies.RISK.replace("\"scope\"", "\"scop\""))
                .expectStatus()
                .isEqualTo(422)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.emergency")
                .exists()
                .jsonPath("$.errors[?(@.pointer == '#/fields/scop')].detail")
                .isEqualTo("is not known here");
    }

    @Test
    void showsAConfidentialRequestToThoseWhoMaySeeIt() {
        // Given
        var path = submitted(ADA, "k-6", Bodies.RISK);

        // When
        var toOthers = get(BO, path);

        // Then
        toOthers.expectStatus().isNotFound();
        get(ADA, path).expectStatus().isOk();
        get(EVE, path).expectStatus().isOk();
        get(BO, "/v1/requests/none").expectStatus().isNotFound();
    }

    @Test
    void tellsWhatBecameOfARequest() {
        // Given
        var path = submitted(ADA, "k-7", Bodies.AUTOMATION);

        // When
        result(id(path), EditOutcome.ROUTED, null, null);
        result(id(path), EditOutcome.APPLIED, null, "gitlab.test/3/issue/41");

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                get(BO, path)
                                        .expectBody()
                                        .jsonPath("$.status")
                                        .isEqualTo("created")
                                        .jsonPath("$.issue.path")
                                        .isEqualTo("/api/v4/projects/3/issues/41"));
    }

    @Test
    void tellsWhomToAskInstead() {
        // Given
        var path = submitted(ADA, "k-8", Bodies.AUTOMATION);

        // When
        result(id(path), EditOutcome.REDIRECTED, "AppSec", null);

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                get(ADA, path)
                                        .expectBody()
                                        .jsonPath("$.status")
                                        .isEqualTo("redirected")
                                        .jsonPath("$.referredTo")
                                        .isEqualTo("AppSec")
                                        .jsonPath("$.reason")
                                        .isEqualTo("because"));
    }

    @Test
    void asksAgainForWhatWasHeld() {
        // Given
        var path = submitted(ADA, "k-9", Bodies.AUTOMATION);
        result(id(path), EditOutcome.HELD, null, null);
        await().atMost(PATIENCE).until(() -> statusOf(path).contains("\"status\":\"held\""));

        // When
        var again = post(ADA, "k-9", Bodies.AUTOMATION);

        // Then
        again.expectStatus().isOk();
        assertThat(onTheTopic(id(path))).hasSize(2);
    }

    private String statusOf(String path) {
        return get(ADA, path).expectBody(String.class).returnResult().getResponseBody();
    }

    @Test
    void isReadBackByAnInstanceThatStarts() {
        // Given
        var path = submitted(ADA, "k-10", Bodies.AUTOMATION);
        result(id(path), EditOutcome.REFUSED, null, null);
        var settings = new RequestSettings(null, null, null, null, Duration.ofDays(90), 100);
        var fresh = new Ledger(settings, Clock.systemUTC());

        // When
        try (var feed = new LedgerFeed(this::consumer, serdes, fresh)) {
            feed.start();
            await().atMost(PATIENCE).until(fresh::isComplete);
        }

        // Then
        assertThat(fresh.find(id(path))).map(Entry::published).hasValue(true);
        assertThat(fresh.progressOf(id(path)).status()).isEqualTo(Progress.Status.REFUSED);
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", cluster.bootstrap()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private void result(String id, EditOutcome outcome, String referredTo, String created) {
        var result =
                EditResult.newBuilder()
                        .setId("edit of " + id)
                        .setItem(id)
                        .setPolicy("routes")
                        .setBasisRevision(0)
                        .setOutcome(outcome)
                        .setReason(referredTo == null ? null : "because")
                        .setReferredTo(referredTo)
                        .setCreatedItem(created)
                        .setAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                        .setRequestId(id)
                        .build();
        try (var producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", cluster.bootstrap()),
                        new StringSerializer(),
                        serdes.<EditResult>of(Topics.EDIT_RESULTS).serializer())) {
            producer.send(new ProducerRecord<>(Topics.EDIT_RESULTS.name(), id, result));
        }
    }

    @Test
    void servesTheTemplates() {
        // When
        var list = get(ADA, "/v1/requests/templates");
        var one = get(ADA, "/v1/requests/templates/cross_functional");

        // Then
        list.expectBody()
                .jsonPath("$.templates[0].template")
                .isEqualTo("/v1/requests/templates/automation")
                .jsonPath("$.emergency")
                .exists();
        one.expectHeader()
                .contentType("application/schema+json")
                .expectBody()
                .jsonPath("$.$schema")
                .isEqualTo("https://json-schema.org/draft/2020-12/schema");
        get(ADA, "/v1/requests/templates/none").expectStatus().isNotFound();
    }

    @Test
    void refusesWhatIsNoRequestAtAll() {
        // When
        var text = "x".repeat(200_000);

        // Then
        post(ADA, "k-11", text).expectStatus().isEqualTo(413);
        post(ADA, "k-12", "{").expectStatus().isBadRequest();
        post(ADA, "a key", Bodies.AUTOMATION).expectStatus().isBadRequest();
        client.post()
                .uri("/v1/requests")
                .contentType(MediaType.TEXT_PLAIN)
                .headers(headers -> headers.setBearerAuth(ADA))
                .bodyValue(Bodies.AUTOMATION)
                .exchange()
                .expectStatus()
                .isEqualTo(415);
        post("guessed", "k-13", Bodies.AUTOMATION).expectStatus().isUnauthorized();
    }
}
