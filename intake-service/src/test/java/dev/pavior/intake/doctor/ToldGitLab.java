package dev.pavior.intake.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A GitLab that answers each address as it was told to, and all others with 404. */
final class ToldGitLab implements AutoCloseable {

    private record Line(int status, String body) {}

    private static final Line NOT_FOUND = new Line(404, "{}");

    private final HttpServer server;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    ToldGitLab() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Says what a request such as {@code GET /groups/1} is answered with. */
    ToldGitLab says(String request, int status, String body) {
        lines.put(request, new Line(status, body.replace('\'', '"')));
        return this;
    }

    /** Method and path of all requests since the last time. */
    List<String> requests() {
        var all = List.copyOf(requests);
        requests.clear();
        return all;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getRawPath().replaceFirst("^/api/v4", "");
        var request = exchange.getRequestMethod() + " " + path;
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        requests.add(body.isEmpty() ? request : request + " " + body);
        var line = lines.getOrDefault(request, NOT_FOUND);
        var bytes = line.body().getBytes(UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(line.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
