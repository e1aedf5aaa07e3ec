package dev.pavior.intake.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pavior.local.process.Ports;
import dev.pavior.testkit.JavaProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sandbox in a process of its own that switches a failing hook off for an hour. */
final class HookedGitLab implements AutoCloseable {

    static final String HOOKS = "/api/v4/groups/1/hooks";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final int port = Ports.free();
    private final HttpClient http = HttpClient.newHttpClient();
    private final JavaProcess process =
            JavaProcess.ofJar(
                            JavaProcess.appOf("deploy/gitlab-sandbox"),
                            Map.of(
                                    "PAVIOR_SANDBOX_PORT", Integer.toString(port),
                                    "PAVIOR_SANDBOX_DATA_DIR", "",
                                    "PAVIOR_SANDBOX_HOOK_PAUSE", "1h"),
                            URI.create(url() + "/readyz"),
                            Path.of("target", "sandbox-" + port + ".log").toAbsolutePath())
                    .start()
                    .awaitReady();

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Opens an issue; its number. */
    long opened(String title) {
        return send("POST", "/api/v4/projects/1/issues", Map.of("title", title))
                .get("iid")
                .asLong();
    }

    String item(long iid) {
        return "127.0.0.1:" + port + "/1/issue/" + iid;
    }

    List<JsonNode> list(String path) {
        var rows = send("GET", path, Map.of());
        return StreamSupport.stream(rows.spliterator(), false).toList();
    }

    JsonNode send(String method, String path, Map<String, String> fields) {
        var form =
                fields.entrySet().stream()
                        .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), UTF_8))
                        .collect(Collectors.joining("&"));
        var request =
                HttpRequest.newBuilder(URI.create(url() + path))
                        .header("PRIVATE-TOKEN", "sandbox-admin-token")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .method(method, BodyPublishers.ofString(form))
                        .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(method + " " + path + ": " + answer.body());
            }
            return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.close();
        http.close();
    }
}
