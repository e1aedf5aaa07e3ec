package dev.pavior.intake.doctor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;

/** Stands between GitLab and the intake, and lets deliveries through or answers 503. */
final class Door implements AutoCloseable {

    private static final Set<String> NOT_OURS_TO_SET =
            Set.of("host", "connection", "content-length", "upgrade", "http2-settings");

    private final HttpServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private volatile int behind;
    private volatile boolean isOpen = true;

    Door() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::pass);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void leadsTo(int port) {
        behind = port;
    }

    void open(boolean open) {
        isOpen = open;
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(isOpen ? forward(exchange, body) : 503, -1);
        }
    }

    private int forward(HttpExchange exchange, byte[] body) throws IOException {
        var target = URI.create("http://127.0.0.1:" + behind + exchange.getRequestURI());
        var request = HttpRequest.newBuilder(target).POST(BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().entrySet().stream()
                .filter(h -> !NOT_OURS_TO_SET.contains(h.getKey().toLowerCase(Locale.ROOT)))
                .forEach(h -> h.getValue().forEach(value -> request.header(h.getKey(), value)));
        try {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        http.close();
    }
}
