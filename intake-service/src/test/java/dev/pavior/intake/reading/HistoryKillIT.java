package dev.pavior.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pavior.contract.ItemKey;
import dev.pavior.contract.Topics;
import dev.pavior.intake.TopicReader;
import dev.pavior.local.process.Ports;
import dev.pavior.testkit.Cluster;
import dev.pavior.testkit.ConfluentDecoder;
import dev.pavior.testkit.JavaProcess;
import dev.pavior.testkit.RealKafka;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as its jar, killed while it reads histories. */
@RealKafka
class HistoryKillIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int ISSUES = 230;

    @TempDir private Path folder;

    private final int port = Ports.free();

    @Test
    void goesOnWhereItWasKilled(Cluster cluster) throws Exception {
        // Given
        var topics = new TopicReader(cluster.bootstrap());
        try (var sandbox = new Sandbox();
                var service = service(cluster, sandbox)) {
            var issues = IntStream.range(0, ISSUES).mapToObj(i -> changed(sandbox, i)).toList();
            service.start().awaitReady();
            post("/v1/reading/history");

            // When
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> topics.all(Topics.HISTORIES.name()).size() >= 100);
            service.kill();
            service.start().awaitReady();

            // Then
            await().atMost(PATIENCE).until(() -> get().contains("\"percent\":100.0"));
            var records = topics.all(Topics.HISTORIES.name());
            assertThat(records.size())
                    .as("a page read twice at most")
                    .isBetween(ISSUES, ISSUES + 100);
            var decoder = new ConfluentDecoder(cluster.registryUrl());
            var newest = new TreeMap<String, List<?>>();
            records.forEach(
                    record ->
                            newest.put(
                                    record.key(),
                                    (List<?>) decoder.decode(record.value()).get("events")));
            assertThat(newest.keySet())
                    .containsAll(issues.stream().map(ItemKey::toString).toList());
            assertThat(newest.values()).allSatisfy(events -> assertThat(events).hasSize(2));
            assertThat(get()).contains("\"done\":" + ISSUES).contains("\"total\":" + ISSUES);
        }
    }

    private static ItemKey changed(Sandbox sandbox, int number) {
        var issue = sandbox.issue(1 + number % 2, "Issue " + number, "bug");
        sandbox.put(Sandbox.pathOf(issue), "state_event", "close");
        return issue;
    }

    private JavaProcess service(Cluster cluster, Sandbox sandbox) {
        var environment =
                Map.ofEntries(
                        Map.entry("PAVIOR_INTAKE_PORT", "" + port),
                        Map.entry("PAVIOR_INTAKE_MANAGEMENT_PORT", "" + Ports.free()),
                        Map.entry("PAVIOR_KAFKA_BOOTSTRAP", cluster.bootstrap()),
                        Map.entry("PAVIOR_REGISTRY_URL", cluster.registryUrl()),
                        Map.entry("PAVIOR_STATE_DIR", folder.resolve("state").toString()),
                        Map.entry(
                                "PAVIOR_ACCESS_FILE",
                                Path.of("src/test/resources/access.yaml")
                                        .toAbsolutePath()
                                        .toString()),
                        Map.entry(
                                "PAVIOR_CHARTER_DIR",
                                System.getProperty("pavior.root") + "/deploy/charter"),
                        Map.entry("PAVIOR_WEBHOOK_ENABLED", "false"),
                        Map.entry("PAVIOR_GITLAB_URL", sandbox.url()),
                        Map.entry("PAVIOR_GITLAB_READ_TOKEN", Sandbox.READ_TOKEN),
                        Map.entry("PAVIOR_GITLAB_GROUPS", "acme"),
                        Map.entry("PAVIOR_GITLAB_REQUESTS_PER_MINUTE", "9000"));
        return JavaProcess.ofJar(
                JavaProcess.appOf("intake-service"),
                environment,
                URI.create("http://127.0.0.1:" + port + "/readyz"),
                Path.of("target", "reading-" + port + ".log").toAbsolutePath());
    }

    private void post(String path) throws IOException, InterruptedException {
        var request = request(path).POST(HttpRequest.BodyPublishers.noBody()).build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(202);
    }

    private String get() throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(request("/v1/reading").build(), BodyHandlers.ofString())
                .body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer test-operator-token");
    }
}
