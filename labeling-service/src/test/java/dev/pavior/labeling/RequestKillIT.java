package dev.pavior.labeling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.EditOutcome;
import dev.pavior.contract.v1.EditResult;
import dev.pavior.local.process.Ports;
import dev.pavior.testkit.Cluster;
import dev.pavior.testkit.JavaProcess;
import dev.pavior.testkit.RealKafka;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RealKafka
class RequestKillIT {

    private static final int REQUESTS = 80;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final List<String> LABELS =
            List.of("ProdSecEng Candidate", "Division::Security", "Department::Product Security");

    @Test
    void createsEachIssueOnceThoughItIsKilledTwiceAndRequestsComeTwice(
            Cluster cluster, @TempDir Path folder) throws IOException {
        try (var stage = new Stage(cluster);
                var requests = new RequestStage(cluster, stage.gitLabUrl());
                var service = service(stage, folder)) {
            // Given
            service.start().awaitReady();
            var ids = IntStream.range(0, REQUESTS).mapToObj("%032x"::formatted).toList();
            // This is what a kill between the answer and the result leaves behind.
            requests.openAsTheWriter(ids.getFirst());

            // When
            ids.forEach(requests::submit);
            killAfter(15, stage, service);
            ids.forEach(requests::submit);
            killAfter(45, stage, service);

            // Then
            await().atMost(PATIENCE).until(() -> created(stage).size() >= REQUESTS);
            stage.awaitCaughtUp("pavior.labeling", Topics.REQUESTS);
            stage.awaitCaughtUp("pavior.labeling.writer", Topics.EDITS);
            assertThat(created(stage))
                    .extracting(EditResult::getRequestId)
                    .containsExactlyInAnyOrderElementsOf(ids);
            assertThat(requests.issuesByMark())
                    .containsOnlyKeys(ids)
                    .allSatisfy((id, issues) -> assertThat(issues).hasSize(1));
            assertThat(ids.stream().skip(1))
                    .allSatisfy(
                            id ->
                                    assertThat(requests.issuesByMark().get(id).getFirst().labels())
                                            .containsExactlyInAnyOrderElementsOf(LABELS));
            tell(created(stage));
        }
    }

    private static List<EditResult> created(Stage stage) {
        return stage.<EditResult>all(Topics.EDIT_RESULTS).stream()
                .filter(result -> result.getOutcome() == EditOutcome.APPLIED)
                .toList();
    }

    // Beside the one that was laid out, these are kills that really came in between.
    private static void tell(List<EditResult> results) {
        var found = results.stream().filter(one -> isFound(one)).count();
        System.out.printf("%d of %d issues were found again%n", found, results.size());
    }

    private static boolean isFound(EditResult result) {
        return String.valueOf(result.getReason()).startsWith("was there already");
    }

    private static void killAfter(int writes, Stage stage, JavaProcess service) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> stage.writes() >= writes);
        service.kill();
        // A kill that comes too late proves nothing.
        assertThat(stage.writes()).isLessThan(REQUESTS);
        service.start();
    }

    private static JavaProcess service(Stage stage, Path folder) throws IOException {
        var port = Ports.free();
        var environment = new HashMap<>(stage.environment(folder.resolve("state")));
        environment.put("PAVIOR_CHARTER_DIR", charter(folder.resolve("charter")).toString());
        // The sandbox works on no request for longer.
        environment.put("PAVIOR_GITLAB_CREATION_TIMEOUT", "2s");
        environment.put("PAVIOR_GITLAB_REQUEST_TIMEOUT", "2s");
        environment.put("PAVIOR_LABELING_PORT", Integer.toString(port));
        environment.put("PAVIOR_LABELING_MANAGEMENT_PORT", Integer.toString(Ports.free()));
        return JavaProcess.ofJar(
                JavaProcess.appOf("labeling-service"),
                environment,
                URI.create("http://127.0.0.1:" + port + "/readyz"),
                folder.resolve("labeling.log"));
    }

    /** The charter, but with a project that the sandbox has without its history. */
    private static Path charter(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(Stage.CHARTER)) {
            for (var file : files.toList()) {
                Files.copy(file, folder.resolve(Stage.CHARTER.relativize(file).toString()));
            }
        }
        var routes = folder.resolve("routes.yaml");
        var text = Files.readString(routes, UTF_8).replace("project: 3", "project: 1");
        return Files.writeString(routes, text).getParent();
    }
}
