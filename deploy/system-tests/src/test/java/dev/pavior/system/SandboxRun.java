package dev.pavior.system;

import static org.awaitility.Awaitility.await;

import dev.pavior.local.process.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody's GitLab with a team's history, in a process of its own, where nothing else happens. */
final class SandboxRun implements AutoCloseable {

    static final String TOKEN = "glpat-that-may-do-anything";

    private static final String ADMIN = "glpat-of-the-administrator";
    private static final Path ROOT = Path.of(System.getProperty("pavior.root"));
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port = Ports.free();
    private final Process process;

    SandboxRun(Path log) throws IOException {
        var jar = "deploy/gitlab-sandbox/target/gitlab-sandbox-0.1.0-SNAPSHOT-app.jar";
        var builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-jar",
                        ROOT.resolve(jar).toString());
        builder.environment().keySet().removeIf(variable -> variable.startsWith("PAVIOR_"));
        builder.environment()
                .putAll(
                        Map.of(
                                "PAVIOR_SANDBOX_PORT",
                                "" + port,
                                "PAVIOR_SANDBOX_ADMIN_TOKEN",
                                ADMIN,
                                "PAVIOR_SANDBOX_WRITE_TOKEN",
                                TOKEN,
                                "PAVIOR_SANDBOX_DATA_DIR",
                                "",
                                "PAVIOR_SANDBOX_DEMO",
                                "true",
                                "PAVIOR_SANDBOX_LIFE_SECONDS",
                                "0"));
        process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        await().atMost(Duration.ofMinutes(2))
                .ignoreExceptions()
                .until(() -> get("/api/v4/version").statusCode() == 200);
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** All rows of a list, over all of its pages. */
    List<JsonNode> list(String path) {
        var rows = new ArrayList<JsonNode>();
        for (var next = "1"; !next.isEmpty(); ) {
            var page = get("/api/v4" + path + "&per_page=100&page=" + next);
            rows.addAll(JSON.readTree(page.body()).values());
            next = page.headers().firstValue("x-next-page").orElse("");
        }
        return rows;
    }

    void openIssue(String json) {
        send(request("/api/v4/projects/1/issues").POST(BodyPublishers.ofString(json)));
    }

    /** How often each token has written. */
    JsonNode writesByToken() {
        return JSON.readTree(get("/-/sandbox/writes").body()).path("by_token");
    }

    private HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url() + path))
                .header("PRIVATE-TOKEN", ADMIN)
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
