package dev.pavior.sandbox.hooks;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Carries one delivery to its receiver, once. */
public final class Courier {

    /** GitLab waits no longer for a receiver. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String AGENT = "GitLab/18.6.0-ee";

    /** GitLab keeps no more of an answer. */
    private static final int KEPT = 8 * 1024;

    private final HttpClient client;
    private final Supplier<String> instance;
    private final Clock clock;

    public Courier(Supplier<String> instance, Clock clock) {
        this.instance = instance;
        this.clock = clock;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(PATIENCE)
                        .build();
    }

    public Outcome carry(Delivery delivery) throws InterruptedException {
        long start = System.nanoTime();
        var headers = headers(delivery);
        var request =
                HttpRequest.newBuilder(URI.create(delivery.hook().url()))
                        .timeout(PATIENCE)
                        .POST(HttpRequest.BodyPublishers.ofString(delivery.body()));
        headers.forEach(request::header);
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Outcome(response.statusCode(), headers, cut(response.body()), since(start));
        } catch (IOException e) {
            return new Outcome(0, headers, e.toString(), since(start));
        }
    }

    private Map<String, String> headers(Delivery delivery) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", AGENT);
        headers.put("Idempotency-Key", delivery.id());
        headers.put("X-Gitlab-Event", delivery.event());
        // GitLab makes a new one for each attempt, whatever its documentation says.
        headers.put("X-Gitlab-Webhook-UUID", UUID.randomUUID().toString());
        headers.put("X-Gitlab-Instance", instance.get());
        headers.put("X-Gitlab-Event-UUID", UUID.randomUUID().toString());
        String token = delivery.hook().token();
        if (token != null) {
            headers.put("X-Gitlab-Token", token);
        }
        String signingToken = delivery.hook().signingToken();
        if (signingToken != null) {
            sign(headers, signingToken, delivery);
        }
        return headers;
    }

    private void sign(Map<String, String> headers, String signingToken, Delivery delivery) {
        long time = clock.instant().getEpochSecond();
        try {
            headers.put("webhook-id", delivery.id());
            headers.put("webhook-timestamp", String.valueOf(time));
            headers.put(
                    "webhook-signature",
                    new Webhook(signingToken).sign(delivery.id(), time, delivery.body()));
        } catch (WebhookSigningException | EmptyWebhookSecretException e) {
            throw new IllegalStateException("the signing token cannot sign", e);
        }
    }

    private static String cut(String body) {
        return body.length() > KEPT ? body.substring(0, KEPT) : body;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
