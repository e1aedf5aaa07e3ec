package dev.pavior.intake.webhook;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Posts deliveries as GitLab does, each once, and logs what became of each. */
final class Senders implements AutoCloseable {

    /** Sent, or partly sent, and not answered. */
    static final int NONE = 0;

    /** Never sent, since nobody listened. */
    static final int UNSENT = -1;

    private final Map<String, Integer> log = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();
    private final List<HttpClient> clients;
    private final URI target;
    private final String token;
    private final BooleanSupplier open;

    /**
     * Some that post at the same time.
     *
     * @param open whether the receiver can be reached; while not, they hold back
     */
    Senders(int count, URI target, String token, BooleanSupplier open) {
        this.clients =
                IntStream.range(0, count)
                        .mapToObj(
                                i ->
                                        HttpClient.newBuilder()
                                                .version(HttpClient.Version.HTTP_1_1)
                                                .build())
                        .toList();
        this.target = target;
        this.token = token;
        this.open = open;
    }

    /** The body of a delivery by its number. */
    interface Bodies {
        String body(int number);
    }

    /** Posts this many, and returns when all are done. */
    void post(int count, Bodies bodies) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            clients.forEach(client -> threads.execute(() -> post(client, count, bodies)));
        }
    }

    private void post(HttpClient client, int count, Bodies bodies) {
        for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            while (!open.getAsBoolean()) {
                pause();
            }
            log.put("delivery-" + i, status(client, "delivery-" + i, bodies.body(i)));
        }
    }

    private int status(HttpClient client, String id, String body) {
        var request =
                HttpRequest.newBuilder(target)
                        .timeout(Duration.ofSeconds(10))
                        .header("Content-Type", "application/json")
                        .header("X-Gitlab-Token", token)
                        .header("Idempotency-Key", id)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (ConnectException e) {
            pause();
            return UNSENT;
        } catch (IOException e) {
            return NONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NONE;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many were answered with this status up to now. */
    long count(int status) {
        return log.values().stream().filter(answer -> answer == status).count();
    }

    /** The ids of those that were answered with this status. */
    List<String> ids(int status) {
        return log.entrySet().stream()
                .filter(entry -> entry.getValue() == status)
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public void close() {
        clients.forEach(HttpClient::close);
    }
}
