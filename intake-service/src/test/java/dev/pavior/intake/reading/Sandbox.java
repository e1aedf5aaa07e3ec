package dev.pavior.intake.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pavior.contract.ItemKey;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sandbox in a process of its own, with the group acme and its projects 1 and 2. */
final class Sandbox implements AutoCloseable {

    static final String READ_TOKEN = "sandbox-read-token";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final int port = Ports.free();
    private final HttpClient http = HttpClient.newHttpClient();
    private final JavaProcess process;

    Sandbox() {
        process =
                JavaProcess.ofJar(
                                JavaProcess.appOf("deploy/gitlab-sandbox"),
                                Map.of(
                                        "PAVIOR_SANDBOX_PORT",
                                        Integer.toString(port),
                                        "PAVIOR_SANDBOX_DATA_DIR",
                                        ""),
                                URI.create(url() + "/readyz"),
                                Path.of("target", "sandbox-" + port + ".log").toAbsolutePath())
                        .start()
                        .awaitReady();
    }

    String url() {
        return "http://" + host();
    }

    String host() {
        return "127.0.0.1:" + port;
    }

    /** Opens an issue in a project. */
    ItemKey issue(long project, String title, String labels) {
        var issue =
                post("/api/v4/projects/" + project + "/issues", "title", title, "labels", labels);
        return ItemKey.issue(host(), project, issue.get("iid").asLong());
    }

    JsonNode get(String path) {
        return send("GET", path);
    }

    JsonNode post(String path, String... fields) {
        return send("POST", path, fields);
    }

    JsonNode put(String path, String... fields) {
        return send("PUT", path, fields);
    }

    void delete(String path) {
        send("DELETE", path);
    }

    static String pathOf(ItemKey item) {
        return "/api/v4/projects/"
                + item.containerId()
                + "/"
                + item.kind().word()
                + "s/"
                + item.iid();
    }

    /** How often anybody but the administrator wrote. */
    long writes() {
        long writes = 0;
        for (var write : get("/-/sandbox/writes").get("latest")) {
            writes += write.get("user").asString().equals("root") ? 0 : 1;
        }
        return writes;
    }

    /** Gives an issue one of the statuses that GitLab brings along. */
    void setStatus(ItemKey issue, long status) {
        var id = get(pathOf(issue)).get("id").asString();
        var mutation =
                "mutation { workItemUpdate(input: { id: \"gid://gitlab/WorkItem/%s\", statusWidget: {"
                        + " status: \"gid://gitlab/WorkItems::Statuses::SystemDefined::Status/%d\" } })"
                        + " { errors } }";
        var body = JSON.writeValueAsString(Map.of("query", mutation.formatted(id, status)));
        sent("POST", "/api/graphql", "application/json", body);
    }

    private JsonNode send(String method, String path, String... fields) {
        return sent(method, path, "application/x-www-form-urlencoded", form(fields));
    }

    private JsonNode sent(String method, String path, String type, String body) {
        var request =
                HttpRequest.newBuilder(URI.create(url() + path))
                        .header("PRIVATE-TOKEN", "sandbox-admin-token")
                        .header("Content-Type", type)
                        .method(method, BodyPublishers.ofString(body))
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

    private static String form(String... fields) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], UTF_8));
        }
        return String.join("&", pairs);
    }

    @Override
    public void close() {
        process.close();
    }
}
