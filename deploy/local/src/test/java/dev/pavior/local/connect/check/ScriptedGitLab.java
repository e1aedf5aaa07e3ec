package dev.pavior.local.connect.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A GitLab that answers as a test says, and remembers how it was asked. */
final class ScriptedGitLab implements AutoCloseable {

    /** An answer to one path, whatever its query. */
    record Scripted(int status, Map<String, String> headers, String body) {}

    final List<String> asked = new ArrayList<>();
    final List<String> tokens = new ArrayList<>();

    private final Map<String, Scripted> script = new TreeMap<>();
    private final HttpServer server;

    ScriptedGitLab() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** One that lets everything pass. */
    static ScriptedGitLab good() throws IOException {
        var gitLab = new ScriptedGitLab();
        gitLab.says("/version", 200, "{\"version\":\"18.6.0-ee\"}");
        gitLab.says(
                "/personal_access_tokens/self",
                200,
                "{\"scopes\":[\"read_api\"],\"expires_at\":\"2030-01-01\",\"active\":true}");
        gitLab.says("/user", 200, "{\"id\":7,\"username\":\"reader\"}");
        gitLab.says("/groups/security%2Ftools", 200, "{\"full_path\":\"security/tools\"}");
        gitLab.counts("/groups/security%2Ftools/projects", 3);
        gitLab.counts("/groups/security%2Ftools/issues", 1234);
        gitLab.counts("/groups/security%2Ftools/merge_requests", 56);
        gitLab.says(
                "/groups/security%2Ftools/members/all", 200, "[{\"id\":7,\"access_level\":20}]");
        return gitLab;
    }

    ScriptedGitLab says(String path, int status, String body) {
        return says(path, status, Map.of(), body);
    }

    ScriptedGitLab says(String path, int status, Map<String, String> headers, String body) {
        script.put("/api/v4" + path, new Scripted(status, headers, body));
        return this;
    }

    ScriptedGitLab counts(String path, long total) {
        return says(path, 200, Map.of("X-Total", "" + total), "[]");
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        tokens.add(exchange.getRequestHeaders().getFirst("PRIVATE-TOKEN"));
        var path = exchange.getRequestURI().getRawPath();
        var answer = script.getOrDefault(path, new Scripted(404, Map.of(), "<html>404</html>"));
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        var body = answer.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
