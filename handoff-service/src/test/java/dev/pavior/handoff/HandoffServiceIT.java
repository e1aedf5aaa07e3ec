package dev.pavior.handoff;

import static dev.pavior.handoff.Wire.confidential;
import static dev.pavior.handoff.Wire.issue;
import static dev.pavior.handoff.Wire.key;
import static dev.pavior.handoff.Wire.workflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pavior.contract.v1.Handoff;
import dev.pavior.contract.v1.HandoffState;
import dev.pavior.testkit.Cluster;
import dev.pavior.testkit.RealKafka;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@RealKafka
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HandoffServiceIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String SECURITY = "group::pipeline security";
    private static final String COMPLIANCE = "group::compliance";

    private Stage stage;
    private Path folder;
    private ConfigurableApplicationContext service;
    private WebTestClient client;
    private int starts;

    @BeforeAll
    void start(Cluster cluster, @TempDir Path folder) {
        this.folder = folder;
        stage = new Stage(cluster);
        startService(cluster);
    }

    @AfterAll
    void stop() {
        service.close();
        stage.close();
    }

    private void startService(Cluster cluster) {
        var settings =
                Map.of(
                        "server.port", "0",
                        "management.server.port", "0",
                        "pavior.kafka.bootstrap", cluster.bootstrap(),
                        "pavior.kafka.registry-url", cluster.registryUrl(),
                        "pavior.kafka.state-dir", folder.resolve("state-" + starts++).toString(),
                        "pavior.access.file", "src/test/resources/access.yaml",
                        "pavior.handoff.charter-dir", "../deploy/charter");
        service =
                new SpringApplication(HandoffApplication.class)
                        .run(
                                settings.entrySet().stream()
                                        .map(
                                                entry ->
                                                        "--"
                                                                + entry.getKey()
                                                                + "="
                                                                + entry.getValue())
                                        .toArray(String[]::new));
        var port = service.getEnvironment().getProperty("local.server.port");
        client =
                WebTestClient.bindToServer()
                        .baseUrl("http://127.0.0.1:" + port)
                        .responseTimeout(SOON)
                        .build();
        await().atMost(SOON)
                .untilAsserted(() -> client.get().uri("/readyz").exchange().expectStatus().isOk());
    }

    @Test
    @Order(1)
    void proposesFinishedWorkToThePeopleWhoWillOwnIt() {
        // When
        stage.publish(issue(1, 1, SECURITY));
        stage.publish(workflow(1, 1, "complete"));

        // Then
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                get("reader", 1)
                                        .expectStatus()
                                        .isOk()
                                        .expectBody()
                                        .jsonPath("$.state")
                                        .isEqualTo("proposed")
                                        .jsonPath("$.team")
                                        .isEqualTo("Pipeline Security")
                                        .jsonPath("$.people.productManager")
                                        .isEqualTo("lucia.ferreira")
                                        .jsonPath("$.people.engineeringManager")
                                        .isEqualTo("anders.holm"));
    }

    @Test
    @Order(2)
    void withdrawsWhatIsReopenedAndProposesItAnew() {
        // Given
        stage.publish(issue(1, 2, SECURITY));
        stage.publish(workflow(1, 2, "in dev"));
        awaitState(1, "withdrawn");

        // When
        stage.publish(workflow(1, 3, "complete"));
        stage.publish(issue(1, 3, SECURITY));

        // Then
        awaitState(1, "proposed");
        assertThat(said(1))
                .containsExactly(
                        HandoffState.PROPOSED, HandoffState.WITHDRAWN, HandoffState.PROPOSED);
    }

    @Test
    @Order(3)
    void showsConfidentialWorkOnlyToThoseWhoMaySeeIt() {
        // When
        stage.publish(confidential(2, 1, COMPLIANCE));
        stage.publish(workflow(2, 1, "complete"));

        // Then
        awaitState(2, "proposed");
        var body = get("reader", 2).expectBody(String.class).returnResult().getResponseBody();
        assertThat(body).contains(key(2)).doesNotContain("Compliance", "compliance", "proposed");
    }

    @Test
    @Order(4)
    void passesOverWhatCannotBeReadAndKeepsItAsDeadLetter() {
        // Given
        stage.publishNonsense(key(3));

        // When
        stage.publish(issue(3, 1, COMPLIANCE));
        stage.publish(workflow(3, 1, "complete"));

        // Then
        awaitState(3, "proposed");
        assertThat(stage.deadLetters())
                .containsExactly("nonsense".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @Order(5)
    void saysNothingTwice() {
        // Given
        var before = stage.handoffs();

        // When
        stage.publish(issue(1, 1, COMPLIANCE));
        stage.publish(workflow(1, 1, "in dev"));
        stage.publish(issue(1, 3, SECURITY));
        stage.publish(workflow(1, 3, "complete"));
        stage.publish(issue(1, 4, "bug", SECURITY));

        // Then
        awaitCaughtUp();
        assertThat(stage.handoffs()).containsExactlyElementsOf(before);
    }

    @Test
    @Order(6)
    void countsEveryRecordOnce() {
        // Given
        awaitCaughtUp();

        // When
        var counters =
                service.getBean(MeterRegistry.class).find("pavior.handoff.records").counters();

        // Then
        assertThat(counters.stream().mapToDouble(Counter::count).sum())
                .isEqualTo(stage.published());
    }

    @Test
    @Order(7)
    void saysNothingNewWhenAllStateIsLostAndThePastIsReadAgain(Cluster cluster)
            throws ExecutionException, InterruptedException {
        // Given
        var before = stage.handoffs();
        service.close();
        stage.forgetEverything();

        // When
        startService(cluster);

        // Then
        awaitCaughtUp();
        assertThat(stage.handoffs()).containsExactlyElementsOf(before);
        awaitState(1, "proposed");
        assertThat(
                        service
                                .getBean(MeterRegistry.class)
                                .find("pavior.handoff.records")
                                .counters()
                                .stream()
                                .mapToDouble(Counter::count)
                                .sum())
                .isEqualTo(stage.published());
    }

    @Test
    @Order(8)
    void goesOnFromThereAfterThePastWasReadAgain() {
        // When
        stage.publish(issue(1, 5, COMPLIANCE));

        // Then
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                get("reader", 1)
                                        .expectBody()
                                        .jsonPath("$.team")
                                        .isEqualTo("Compliance"));
    }

    private List<HandoffState> said(long iid) {
        return stage.handoffs().stream()
                .filter(handoff -> handoff.getItem().equals(key(iid)))
                .map(Handoff::getState)
                .toList();
    }

    private void awaitCaughtUp() {
        await().atMost(SOON).until(stage::isCaughtUp);
    }

    private void awaitState(long iid, String state) {
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                get("confidential", iid)
                                        .expectBody()
                                        .jsonPath("$.state")
                                        .isEqualTo(state));
    }

    private ResponseSpec get(String role, long iid) {
        return client.get()
                .uri("/v1/handoffs/" + key(iid))
                .header("Authorization", "Bearer " + role + "-token")
                .exchange();
    }
}
