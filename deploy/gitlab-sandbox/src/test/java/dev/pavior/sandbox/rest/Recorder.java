package dev.pavior.sandbox.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Stands between a client and the sandbox and keeps every answer. */
final class Recorder implements AutoCloseable {

    private static final Set<String> NOT_FORWARDED =
            Set.of("host", "connection", "content-length", "upgrade", "http2-settings");
    private static final Set<String> NOT_RETURNED = Set.of("content-length", "transfer-encoding");

    /** One answer: to what, and with what. */
    record Answered(String method, String path, int status, String body) {}

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;
    private final String target;
    private final List<Answered> answers = new CopyOnWriteArrayList<>();

    Recorder(String target) throws IOException {
        this.target = target;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::forward);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Answered> answers() {
        return List.copyOf(answers);
    }

    private void forward(HttpExchange exchange) throws IOException {
        var request =
                HttpRequest.newBuilder(URI.create(target + exchange.getRequestURI()))
                        .method(
                                exchange.getRequestMethod(),
                                HttpRequest.BodyPublishers.ofByteArray(
                                        exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders()
                .forEach((name, values) -> values.forEach(v -> header(request, name, v)));
        try {
            answer(exchange, client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static void header(HttpRequest.Builder request, String name, String value) {
        if (!NOT_FORWARDED.contains(name.toLowerCase(Locale.ROOT))) {
            request.header(name, value);
        }
    }

    private void answer(HttpExchange exchange, HttpResponse<String> response) throws IOException {
        answers.add(
                new Answered(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().getRawPath(),
                        response.statusCode(),
                        response.body()));
        response.headers().map().forEach((name, values) -> giveBack(exchange, name, values));
        byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(response.statusCode(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void giveBack(HttpExchange exchange, String name, List<String> values) {
        if (!NOT_RETURNED.contains(name.toLowerCase(Locale.ROOT))) {
            exchange.getResponseHeaders().put(name, values);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
