package dev.pavior.labeling;

import static dev.pavior.labeling.Stage.CANDIDATE;
import static dev.pavior.labeling.Stage.PENDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pavior.contract.ItemKey;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.Decision;
import dev.pavior.contract.v1.Edit;
import dev.pavior.contract.v1.EditOutcome;
import dev.pavior.contract.v1.EditResult;
import dev.pavior.contract.v1.PolicyMatch;
import dev.pavior.contract.v1.Workflow;
import dev.pavior.local.process.Ports;
import dev.pavior.testkit.Cluster;
import dev.pavior.testkit.JavaProcess;
import dev.pavior.testkit.RealKafka;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RealKafka
class LabelingKillIT {

    private static final int ITEMS = 200;
    private static final String WORKFLOW = "workflow::in dev";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Test
    void labelsEachItemOnceThoughItIsKilledTwice(Cluster cluster, @TempDir Path folder) {
        try (var stage = new Stage(cluster);
                var service = service(stage, folder)) {
            // Given
            service.start().awaitReady();
            var labels = List.of(CANDIDATE, WORKFLOW);
            var items =
                    Stream.generate(() -> stage.newIssue(CANDIDATE, WORKFLOW))
                            .limit(ITEMS)
                            .toList();
            var keys = items.stream().map(ItemKey::toString).toList();

            // When
            items.forEach(item -> stage.publish(item, 1, labels));
            killAfter(20, stage, service);
            killAfter(80, stage, service);

            // Then
            await().atMost(PATIENCE).until(() -> results(stage).size() >= ITEMS);
            stage.awaitCaughtUp("pavior.labeling", Topics.WORK_ITEMS);
            stage.awaitCaughtUp("pavior.labeling.writer", Topics.EDITS);
            assertThat(results(stage))
                    .extracting(EditResult::getItem)
                    .containsExactlyInAnyOrderElementsOf(keys);
            assertThat(results(stage))
                    .extracting(EditResult::getOutcome)
                    .containsOnly(EditOutcome.APPLIED);
            assertThat(items)
                    .allSatisfy(
                            item ->
                                    assertThat(stage.labelsOf(item))
                                            .containsExactlyInAnyOrder(
                                                    CANDIDATE, WORKFLOW, PENDING));
            assertThat(stage.writes()).isEqualTo(ITEMS);
            assertEachJudgedOnce(stage, keys);
        }
    }

    // Nothing downstream takes these twice into one, as the writer does with edits.
    private static void assertEachJudgedOnce(Stage stage, List<String> keys) {
        var decisions = stage.<Decision>all(Topics.DECISIONS);
        var edits = stage.<Edit>all(Topics.EDITS);
        var workflows = stage.<Workflow>all(Topics.WORKFLOWS);
        assertThat(decisions)
                .extracting(Decision::getItem)
                .containsExactlyInAnyOrderElementsOf(keys);
        assertThat(edits).extracting(Edit::getItem).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(workflows)
                .extracting(Workflow::getItem)
                .containsExactlyInAnyOrderElementsOf(keys);
        assertThat(decisions)
                .flatExtracting(Decision::getMatches)
                .extracting(PolicyMatch::getEditId)
                .containsExactlyInAnyOrderElementsOf(edits.stream().map(Edit::getId).toList());
        assertThat(workflows)
                .allSatisfy(
                        workflow -> {
                            assertThat(workflow.getState()).isEqualTo("in dev");
                            assertThat(workflow.getMoves()).hasSize(1);
                        });
    }

    private static List<EditResult> results(Stage stage) {
        return stage.all(Topics.EDIT_RESULTS);
    }

    private static void killAfter(int results, Stage stage, JavaProcess service) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> stage.writes() >= results);
        service.kill();
        // A kill that comes too late proves nothing.
        assertThat(stage.writes()).isLessThan(ITEMS);
        service.start();
    }

    private static JavaProcess service(Stage stage, Path folder) {
        var port = Ports.free();
        var environment = new HashMap<>(stage.environment(folder.resolve("state")));
        environment.put("PAVIOR_LABELING_PORT", Integer.toString(port));
        environment.put("PAVIOR_LABELING_MANAGEMENT_PORT", Integer.toString(Ports.free()));
        return JavaProcess.ofJar(
                JavaProcess.appOf("labeling-service"),
                environment,
                URI.create("http://127.0.0.1:" + port + "/readyz"),
                folder.resolve("labeling.log"));
    }
}
