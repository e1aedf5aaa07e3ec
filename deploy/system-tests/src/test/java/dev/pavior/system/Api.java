package dev.pavior.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One HTTP interface of the running demo, with the token it wants. */
final class Api {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String base;
    private final String header;
    private final String token;

    private Api(String base, String header, String token) {
        this.base = base;
        this.header = header;
        this.token = token;
    }

    static Api gitlab(Demo demo) {
        return new Api(
                demo.env("PAVIOR_GITLAB_URL") + "/api/v4",
                "PRIVATE-TOKEN",
                demo.env("PAVIOR_GITLAB_TOKEN"));
    }

    static Api service(Demo demo, String url) {
        return new Api(demo.env(url), "Authorization", "Bearer " + demo.env("PAVIOR_API_TOKEN"));
    }

    static Api webhooks(Demo demo) {
        return new Api(
                demo.env("PAVIOR_INTAKE_URL"), "X-Gitlab-Token", demo.env("PAVIOR_WEBHOOK_TOKEN"));
    }

    JsonNode get(String path) {
        return json(send("GET", path, "", Map.of()));
    }

    JsonNode post(String path, Map<String, Object> body) {
        return json(send("POST", path, JSON.writeValueAsString(body), Map.of()));
    }

    JsonNode put(String path, Map<String, Object> body) {
        return json(send("PUT", path, JSON.writeValueAsString(body), Map.of()));
    }

    HttpResponse<String> send(
            String method, String path, String body, Map<String, String> headers) {
        var request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(Duration.ofSeconds(10))
                        .header(header, token)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        if (response.statusCode() >= 300) {
            throw new AssertionError(
                    response.request().method()
                            + " "
                            + response.uri()
                            + " answered "
                            + response.statusCode()
                            + ": "
                            + response.body());
        }
        return JSON.readTree(response.body());
    }
}
