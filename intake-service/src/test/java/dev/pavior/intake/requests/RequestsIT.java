package dev.pavior.intake.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pavior.chassis.kafka.AvroSerdes;
import dev.pavior.chassis.kafka.KafkaGate;
import dev.pavior.contract.v1.EditOutcome;
import dev.pavior.intake.RunningIntake;
import dev.pavior.testkit.Cluster;
import dev.pavior.testkit.RealKafka;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;

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
    private RequestDoor door;

    RequestsIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @BeforeEach
    void connect() {
        door = RequestDoor.at(port, cluster, serdes, PATIENCE);
        await().atMost(PATIENCE).until(() -> gate.isOpen() && ledger.isComplete());
    }

    @Test
    void answersWhenTheRequestIsOnTheTopic() {
        // When
        var answer = door.post(ADA, "k-1", Bodies.AUTOMATION);

        // Then
        var location =
                answer.expectStatus()
                        .isCreated()
                        .returnResult(byte[].class)
                        .getResponseHeaders()
                        .getLocation();
        var request = door.onTheTopic(RequestDoor.id(String.valueOf(location))).getFirst();
        assertThat(request.getRequesterId()).isEqualTo(7);
        assertThat(request.getRequester()).isEqualTo("ada");
        assertThat(request.getArea()).isEqualTo("prodsec-automation");
        assertThat(request.getFields()).hasSize(4).containsKey("problem");
        door.get(ADA, String.valueOf(location))
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
        var path = door.submitted(ADA, "k-2", Bodies.AUTOMATION);

        // When
        var again = door.post(ADA, "k-2", Bodies.AUTOMATION);
        var another = door.post(ADA, "k-2", Bodies.AUTOMATION.replace("Six", "Five"));
        var byAnother = door.post(BO, "k-2", Bodies.AUTOMATION);

        // Then
        again.expectStatus().isOk().expectHeader().location(path);
        another.expectStatus().isEqualTo(409).expectBody().jsonPath("$.detail").exists();
        byAnother.expectStatus().isCreated();
        assertThat(door.onTheTopic(RequestDoor.id(path))).hasSize(1);
    }

    @Test
    void makesOneRequestOfManyAtOnceUnderOneKey() {
        // When
        var paths =
                IntStream.range(0, 20)
                        .parallel()
                        .mapToObj(i -> door.post(ADA, "k-3", Bodies.AUTOMATION))
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
        var answer = door.post(ADA, "k-4", Bodies.RISK);

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
        door.post(ADA, "k-5", Bodies.RISK.replace("\"scope\"", "\"scop\""))
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
        var path = door.submitted(ADA, "k-6", Bodies.RISK);

        // When
        var toOthers = door.get(BO, path);

        // Then
        toOthers.expectStatus().isNotFound();
        door.get(ADA, path).expectStatus().isOk();
        door.get(EVE, path).expectStatus().isOk();
        door.get(BO, "/v1/requests/none").expectStatus().isNotFound();
    }

    @Test
    void tellsWhatBecameOfARequest() {
        // Given
        var path = door.submitted(ADA, "k-7", Bodies.AUTOMATION);
        door.project("gitlab.test", 3, "security/team");

        // When
        door.result(RequestDoor.id(path), EditOutcome.ROUTED, null, null);
        door.result(RequestDoor.id(path), EditOutcome.APPLIED, null, "gitlab.test/3/issue/41");

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                door.get(BO, path)
                                        .expectBody()
                                        .jsonPath("$.status")
                                        .isEqualTo("created")
                                        .jsonPath("$.issue.path")
                                        .isEqualTo("/api/v4/projects/3/issues/41")
                                        .jsonPath("$.issue.webPath")
                                        .isEqualTo("/security/team/-/issues/41"));
    }

    @Test
    void tellsWhomToAskInstead() {
        // Given
        var path = door.submitted(ADA, "k-8", Bodies.AUTOMATION);

        // When
        door.result(RequestDoor.id(path), EditOutcome.REDIRECTED, "AppSec", null);

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                door.get(ADA, path)
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
        var path = door.submitted(ADA, "k-9", Bodies.AUTOMATION);
        door.result(RequestDoor.id(path), EditOutcome.HELD, null, null);
        await().atMost(PATIENCE).until(() -> door.shown(ADA, path).contains("\"status\":\"held\""));

        // When
        var again = door.post(ADA, "k-9", Bodies.AUTOMATION);

        // Then
        again.expectStatus().isOk();
        assertThat(door.onTheTopic(RequestDoor.id(path))).hasSize(2);
    }

    @Test
    void isReadBackByAnInstanceThatStarts() {
        // Given
        var path = door.submitted(ADA, "k-10", Bodies.AUTOMATION);
        door.result(RequestDoor.id(path), EditOutcome.REFUSED, null, null);
        var settings = new RequestSettings(null, null, null, null, Duration.ofDays(90), 100);
        var fresh = new Ledger(settings, Clock.systemUTC());

        // When
        try (var feed = new LedgerFeed(door::consumer, serdes, fresh)) {
            feed.start();
            await().atMost(PATIENCE).until(fresh::isComplete);
        }

        // Then
        assertThat(fresh.find(RequestDoor.id(path))).map(Entry::published).hasValue(true);
        assertThat(fresh.progressOf(RequestDoor.id(path)).status())
                .isEqualTo(Progress.Status.REFUSED);
    }

    @Test
    void servesTheTemplates() {
        // When
        var list = door.get(ADA, "/v1/requests/templates");
        var one = door.get(ADA, "/v1/requests/templates/cross_functional");

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
        door.get(ADA, "/v1/requests/templates/none").expectStatus().isNotFound();
    }

    @Test
    void refusesWhatIsNoRequestAtAll() {
        // When
        var text = "x".repeat(200_000);

        // Then
        door.post(ADA, "k-11", text).expectStatus().isEqualTo(413);
        door.post(ADA, "k-12", "{").expectStatus().isBadRequest();
        door.post(ADA, "a key", Bodies.AUTOMATION).expectStatus().isBadRequest();
        door.client()
                .post()
                .uri("/v1/requests")
                .contentType(MediaType.TEXT_PLAIN)
                .headers(headers -> headers.setBearerAuth(ADA))
                .bodyValue(Bodies.AUTOMATION)
                .exchange()
                .expectStatus()
                .isEqualTo(415);
        door.post("guessed", "k-13", Bodies.AUTOMATION).expectStatus().isUnauthorized();
    }
}
