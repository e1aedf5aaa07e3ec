package dev.pavior.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sandbox on a free port, in memory unless told otherwise. */
public final class RunningSandbox implements AutoCloseable {

    public static final String ADMIN = "admin-of-this-test";
    public static final String WRITE = "writer-of-this-test";
    public static final String READ = "reader-of-this-test";

    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningSandbox(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static RunningSandbox with(Map<String, Object> more) {
        var properties = new HashMap<String, Object>();
        properties.put("server.port", 0);
        properties.put("pavior.sandbox.admin-token", ADMIN);
        properties.put("pavior.sandbox.write-token", WRITE);
        properties.put("pavior.sandbox.read-token", READ);
        properties.put("pavior.sandbox.data-dir", "");
        properties.putAll(more);
        return new RunningSandbox(SandboxApplication.start(properties));
    }

    public String url() {
        return SandboxApplication.url(context);
    }

    /** Sends a form, or nothing, and returns what came back. */
    public HttpResponse<String> send(String method, String path, String token, String form)
            throws IOException, InterruptedException {
        return send(method, path, token, form, "application/x-www-form-urlencoded");
    }

    public HttpResponse<String> send(
            String method, String path, String token, String body, String type)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(url() + path))
                        .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", type);
        }
        if (!token.isEmpty()) {
            request.header("PRIVATE-TOKEN", token);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a form as the administrator and returns the JSON that came back. */
    public JsonNode ask(String method, String path, String form)
            throws IOException, InterruptedException {
        var answer = send(method, path, ADMIN, form);
        if (answer.statusCode() >= 400) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body().isEmpty() ? "null" : answer.body());
    }

    @Override
    public void close() {
        context.close();
    }
}
