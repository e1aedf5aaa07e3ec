package dev.pavior.labeling;

import static dev.pavior.labeling.Stage.CANDIDATE;
import static dev.pavior.labeling.Stage.PENDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pavior.contract.ItemKey;
import dev.pavior.contract.Service;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.Decision;
import dev.pavior.contract.v1.Edit;
import dev.pavior.contract.v1.EditOutcome;
import dev.pavior.contract.v1.EditResult;
import dev.pavior.contract.v1.Workflow;
import dev.pavior.local.letters.Sent;
import dev.pavior.testkit.Cluster;
import dev.pavior.testkit.RealKafka;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.server.support.RouterFunctionMapping;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

@RealKafka
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LabelingServiceIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String STREAMS = "pavior.labeling";
    private static final String WRITER = "pavior.labeling.writer";

    private Path folder;
    private Stage stage;
    private ConfigurableApplicationContext service;
    private int starts;
    private ItemKey withoutLabel;

    @BeforeAll
    void start(Cluster cluster, @TempDir Path folder) {
        this.folder = folder;
        stage = new Stage(cluster);
        service = run();
    }

    @AfterAll
    void stop() {
        service.close();
        stage.close();
    }

    private ConfigurableApplicationContext run() {
        var state = folder.resolve("state-" + starts++);
        var arguments = new ArrayList<>(List.of("--server.port=0", "--management.server.port=0"));
        stage.environment(state).forEach((name, value) -> arguments.add("--" + name + "=" + value));
        var started =
                new SpringApplication(LabelingApplication.class)
                        .run(arguments.toArray(String[]::new));
        var streams = started.getBean("streamsHealthIndicator", HealthIndicator.class);
        await().atMost(SOON).until(() -> streams.health().getStatus().equals(Status.UP));
        return started;
    }

    private <T extends SpecificRecord> T await1(
            dev.pavior.contract.Topic topic, Predicate<T> wanted) {
        return await().atMost(SOON)
                .until(
                        () -> stage.<T>all(topic).stream().filter(wanted).findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    private EditResult awaitResult(ItemKey item) {
        return await1(Topics.EDIT_RESULTS, result -> result.getItem().equals(item.toString()));
    }

    @Test
    @Order(1)
    void carriesAWorkItemToItsLabelAndDoesNothingOnTheEcho() {
        // Given
        var item = stage.newIssue(CANDIDATE, "bug");

        // When
        stage.publish(item, 1, List.of(CANDIDATE, "bug"));

        // Then
        var result = awaitResult(item);
        assertThat(result.getOutcome()).isEqualTo(EditOutcome.APPLIED);
        assertThat(result.getAddedLabels()).containsExactly(PENDING);
        assertThat(stage.labelsOf(item)).containsExactlyInAnyOrder(CANDIDATE, "bug", PENDING);

        stage.publish(item, 2, stage.labelsOf(item));
        await1(Topics.DECISIONS, (Decision decision) -> isAbout(decision, item, 2));
        stage.awaitCaughtUp(WRITER, Topics.EDITS);
        assertThat(editsOf(item)).hasSize(1);
        assertThat(stage.writesTo("/issues/" + item.iid())).isEqualTo(1);
    }

    private static boolean isAbout(Decision decision, ItemKey item, long revision) {
        return decision.getItem().equals(item.toString()) && decision.getRevision() == revision;
    }

    private List<Edit> editsOf(ItemKey item) {
        return stage.<Edit>all(Topics.EDITS).stream()
                .filter(edit -> edit.getItem().equals(item.toString()))
                .toList();
    }

    @Test
    @Order(2)
    void leavesALabelOffThatAPersonRemoved() {
        // Given
        var item = stage.newIssue(CANDIDATE);
        withoutLabel = item;
        stage.publish(item, 1, List.of(CANDIDATE));
        awaitResult(item);
        stage.publish(item, 2, stage.labelsOf(item));

        // When
        stage.relabel(item, "remove_labels", PENDING);
        stage.publish(item, 3, stage.labelsOf(item));

        // Then
        await1(Topics.DECISIONS, (Decision decision) -> isAbout(decision, item, 3));
        stage.awaitCaughtUp(WRITER, Topics.EDITS);
        assertThat(stage.labelsOf(item)).containsExactly(CANDIDATE);
    }

    @Test
    @Order(3)
    void leavesAnItemToItsNewerRevision() {
        // Given
        var item = stage.newIssue(CANDIDATE, "bug");

        // When
        stage.publish(item, 1, List.of(CANDIDATE));

        // Then
        assertThat(awaitResult(item).getOutcome()).isEqualTo(EditOutcome.SUPERSEDED);
        assertThat(stage.labelsOf(item)).containsExactlyInAnyOrder(CANDIDATE, "bug");
        stage.publish(item, 2, List.of(CANDIDATE, "bug"));
        await1(
                Topics.EDIT_RESULTS,
                (EditResult result) ->
                        result.getItem().equals(item.toString())
                                && result.getOutcome() == EditOutcome.APPLIED);
        assertThat(stage.labelsOf(item)).contains(PENDING);
    }

    @Test
    @Order(4)
    void tellsTheWorkflow() {
        // Given
        var item = stage.newIssue("workflow::in dev");

        // When
        stage.publish(item, 1, List.of("workflow::in dev"));
        stage.publish(item, 2, List.of("workflow::complete"));

        // Then
        var workflow =
                await1(
                        Topics.WORKFLOWS,
                        (Workflow w) ->
                                w.getItem().equals(item.toString()) && w.getRevision() == 2);
        assertThat(workflow.getState()).isEqualTo("complete");
        assertThat(workflow.getMoves()).hasSize(2);
        assertThat(workflow.getMoves().getLast().getLegal()).isFalse();
    }

    @Test
    @Order(5)
    void editsOnceHoweverOftenAnOperatorReplaysTheEdit(Cluster cluster) {
        // Given
        var item = stage.newIssue(CANDIDATE);
        stage.publish(item, 1, List.of(CANDIDATE));
        awaitResult(item);
        stage.awaitCaughtUp(WRITER, Topics.EDITS);
        var writes = stage.writes();
        var results = stage.all(Topics.EDIT_RESULTS).size();
        var letters = new Letterbox(cluster.bootstrap(), cluster.registryUrl());
        letters.parkEditsOf(item.toString());

        // When
        var sent = List.of(letters.replayLast(), letters.replayLast());

        // Then
        assertThat(sent).allMatch(Sent.To.class::isInstance);
        stage.awaitCaughtUp(WRITER, Topics.EDITS);
        assertThat(editsOf(item)).hasSize(3);
        assertThat(stage.writes()).isEqualTo(writes);
        assertThat(stage.all(Topics.EDIT_RESULTS)).hasSize(results);
    }

    @Test
    @Order(11) // the topic cannot be read as a whole after it
    void parksAnEditThatCannotBeReadAndGoesOn() {
        // Given
        var poison = new byte[] {7, 7, 7};
        var item = stage.newIssue(CANDIDATE);

        // When
        stage.sendRaw(Topics.EDITS, item.toString(), poison);
        stage.publish(item, 1, List.of(CANDIDATE));

        // Then
        assertThat(awaitResult(item).getOutcome()).isEqualTo(EditOutcome.APPLIED);
        await().atMost(SOON).untilAsserted(() -> assertThat(parked()).contains(poison));
    }

    private List<byte[]> parked() {
        var parked = new ArrayList<byte[]>();
        var topic = Topics.deadLetters(Service.LABELING);
        try (var consumer = stage.consumer()) {
            consumer.seekToBeginning(Stage.assign(consumer, topic));
            consumer.poll(Duration.ofSeconds(1)).forEach(record -> parked.add(record.value()));
        }
        return parked;
    }

    @Test
    @Order(6)
    void editsNothingWhenItIsRebuiltFromTheFirstRecord()
            throws ExecutionException, InterruptedException {
        // Given
        stage.awaitCaughtUp(STREAMS, Topics.WORK_ITEMS);
        stage.awaitCaughtUp(WRITER, Topics.EDITS);
        var writes = stage.writes();
        var edits = stage.all(Topics.EDITS).size();
        var decisions = stage.all(Topics.DECISIONS).size();
        var workflows = stage.all(Topics.WORKFLOWS).size();
        service.close();
        stage.resetStreams();

        // When
        service = run();

        // Then
        stage.awaitCaughtUp(STREAMS, Topics.WORK_ITEMS);
        assertThat(stage.all(Topics.DECISIONS)).hasSize(decisions);
        assertThat(stage.all(Topics.EDITS)).hasSize(edits);
        assertThat(stage.all(Topics.WORKFLOWS)).hasSize(workflows);
        assertThat(stage.writes()).isEqualTo(writes);
        stillLeavesTheLabelOff(withoutLabel);
        carriesAWorkItemToItsLabelAndDoesNothingOnTheEcho();
    }

    // What a person took off before the rebuild must be known after it.
    private void stillLeavesTheLabelOff(ItemKey item) {
        stage.awaitCaughtUp(STREAMS, Topics.EDIT_RESULTS);
        stage.relabel(item, "add_labels", "bug");
        stage.publish(item, 4, stage.labelsOf(item));
        stage.awaitCaughtUp(STREAMS, Topics.WORK_ITEMS);
        assertThat(editsOf(item)).hasSize(1);
        stage.awaitCaughtUp(WRITER, Topics.EDITS);
        assertThat(stage.labelsOf(item)).containsExactlyInAnyOrder(CANDIDATE, "bug");
    }

    @ParameterizedTest
    @CsvSource({"/livez, 200", "/readyz, 200", "/, 401", "/v1/anything, 401", "/actuator/env, 401"})
    @Order(7)
    void letsNobodyInButToHealth(String path, int status) {
        // When
        var answer = client("local.server.port").get().uri(path).exchange();

        // Then
        answer.expectStatus().isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"/actuator/prometheus, 200", "/actuator/health, 200", "/actuator/env, 401"})
    @Order(7)
    void showsOperatorsTheirOwnOnTheirPort(String path, int status) {
        // When
        var answer = client("local.management.port").get().uri(path).exchange();

        // Then
        answer.expectStatus().isEqualTo(status);
    }

    @Test
    @Order(8)
    void hasNoDoorThatTheTestAboveDoesNotKnow() {
        // When
        var mapped =
                service.getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream());
        var routed =
                service.getBeansOfType(RouterFunctionMapping.class).values().stream()
                        .flatMap(mapping -> Stream.ofNullable(mapping.getRouterFunction()));

        // Then
        assertThat(mapped).isEmpty();
        assertThat(routed).isEmpty();
    }

    @Test
    @Order(9)
    void countsWhatTheWriterDid() {
        // When
        var body =
                client("local.management.port")
                        .get()
                        .uri("/actuator/prometheus")
                        .exchange()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();

        // Then
        assertThat(body)
                .contains("pavior_labeling_edits_total{outcome=\"applied\"} 1.0")
                .contains("pavior_labeling_items_total{outcome=\"silent\"}");
    }

    @Test
    @Order(10)
    void refusesToStartOnABadPolicyFile(@TempDir Path charter) throws Exception {
        // Given
        Files.copy(Stage.CHARTER.resolve("taxonomy.yaml"), charter.resolve("taxonomy.yaml"));
        Files.createDirectory(charter.resolve("policies"));
        Files.writeString(charter.resolve("policies/bad.yaml"), "resource_rules:\n  issue: {}\n");

        // When
        var refusal =
                org.assertj.core.api.Assertions.catchThrowable(
                        () ->
                                new SpringApplication(LabelingApplication.class)
                                        .run(
                                                "--server.port=0",
                                                "--management.server.port=0",
                                                "--PAVIOR_CHARTER_DIR=" + charter));

        // Then
        assertThat(refusal)
                .rootCause()
                .hasMessageStartingWith("policies/bad.yaml:2: unknown key \"issue\"");
    }

    private WebTestClient client(String port) {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + service.getEnvironment().getProperty(port))
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }
}
