package dev.pavior.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.local.process.Ports;
import dev.pavior.testkit.Cluster;
import dev.pavior.testkit.JavaProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;

/** The intake as its jar, reading a sandbox at so many requests a minute. */
final class ReadingService implements AutoCloseable {

    private final int port = Ports.free();
    private final HttpClient http = HttpClient.newHttpClient();
    private final JavaProcess process;

    ReadingService(Cluster cluster, Sandbox sandbox, Path stateDir, int requestsPerMinute) {
        this(cluster, sandbox, stateDir, requestsPerMinute, "0");
    }

    /** One of several, by its name. */
    ReadingService(
            Cluster cluster,
            Sandbox sandbox,
            Path stateDir,
            int requestsPerMinute,
            String instance) {
        process =
                JavaProcess.ofJar(
                        JavaProcess.appOf("intake-service"),
                        environment(cluster, sandbox, stateDir, requestsPerMinute, instance),
                        URI.create("http://127.0.0.1:" + port + "/readyz"),
                        Path.of("target", "reading-" + port + ".log").toAbsolutePath());
    }

    private Map<String, String> environment(
            Cluster cluster,
            Sandbox sandbox,
            Path stateDir,
            int requestsPerMinute,
            String instance) {
        return Map.ofEntries(
                Map.entry("PAVIOR_INTAKE_PORT", "" + port),
                Map.entry("PAVIOR_INTAKE_MANAGEMENT_PORT", "" + Ports.free()),
                Map.entry("PAVIOR_KAFKA_BOOTSTRAP", cluster.bootstrap()),
                Map.entry("PAVIOR_REGISTRY_URL", cluster.registryUrl()),
                Map.entry("PAVIOR_STATE_DIR", stateDir.toString()),
                Map.entry("PAVIOR_INSTANCE", instance),
                Map.entry(
                        "PAVIOR_ACCESS_FILE",
                        Path.of("src/test/resources/access.yaml").toAbsolutePath().toString()),
                Map.entry(
                        "PAVIOR_CHARTER_DIR",
                        System.getProperty("pavior.root") + "/deploy/charter"),
                Map.entry("PAVIOR_WEBHOOK_ENABLED", "false"),
                Map.entry("PAVIOR_GITLAB_URL", sandbox.url()),
                Map.entry("PAVIOR_GITLAB_READ_TOKEN", Sandbox.READ_TOKEN),
                Map.entry("PAVIOR_GITLAB_GROUPS", "acme"),
                Map.entry("PAVIOR_GITLAB_REQUESTS_PER_MINUTE", "" + requestsPerMinute));
    }

    void start() {
        process.start().awaitReady();
    }

    void kill() {
        process.kill();
    }

    long pid() {
        return process.pid();
    }

    /** Anew, for another test may have read those of another sandbox under the same name. */
    void readHistories() throws IOException, InterruptedException {
        var request =
                request("/v1/reading/history?restart=true").POST(BodyPublishers.noBody()).build();
        assertThat(http.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(202);
    }

    /** What it says of its reading. */
    String reading() throws IOException, InterruptedException {
        return http.send(request("/v1/reading").build(), BodyHandlers.ofString()).body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer test-operator-token");
    }

    @Override
    public void close() {
        process.close();
    }
}
