package dev.pavior.intake.gitlab;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A GitLab that answers line by line as it was told to, and the last line for ever. */
public final class ScriptedGitLab implements AutoCloseable {

    private final HttpServer server;
    private final Deque<Line> script = new ArrayDeque<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();

    /** One answer. */
    public record Line(int status, Map<String, String> headers, String body, long delayMs) {}

    public ScriptedGitLab() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public ScriptedGitLab says(int status, String body) {
        return says(status, Map.of(), body);
    }

    public ScriptedGitLab says(int status, Map<String, String> headers, String body) {
        return says(new Line(status, headers, body, 0));
    }

    public synchronized ScriptedGitLab says(Line line) {
        script.add(line);
        return this;
    }

    /** Method and address of each request. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    List<String> tokens() {
        return List.copyOf(tokens);
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("PRIVATE-TOKEN")));
        exchange.getRequestBody().readAllBytes();
        var line = next();
        line.headers().forEach(exchange.getResponseHeaders()::add);
        var body = line.body().getBytes(UTF_8);
        try {
            Thread.sleep(line.delayMs());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        try (exchange) {
            exchange.sendResponseHeaders(line.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private synchronized Line next() {
        return script.size() > 1 ? script.remove() : script.element();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
