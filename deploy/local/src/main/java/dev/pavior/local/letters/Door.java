package dev.pavior.local.letters;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pavior.local.topics.Marks;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The intake's door for hooks, through which a parked delivery comes in once more. */
public final class Door {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final URI address;
    private final String token;
    private final Optional<byte[]> signingKey;
    private final Clock clock;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();

    /**
     * The door of an intake.
     *
     * @param url address of the intake
     * @param token secret token of the hook; blank where it is in signature mode
     * @param signingToken signing token ({@code whsec_...}); blank where it is not
     */
    public Door(String url, String token, String signingToken, Clock clock) {
        this.address = URI.create(url.replaceAll("/+$", "") + "/webhooks/gitlab");
        this.token = token;
        this.signingKey =
                signingToken.isBlank()
                        ? Optional.empty()
                        : Optional.of(
                                Base64.getDecoder()
                                        .decode(signingToken.replaceFirst("^whsec_", "")));
        this.clock = clock;
    }

    /** Hands a delivery in under the id it had, so that it counts as the same. */
    Sent take(Letter letter, Origin.AtTheHook origin, byte[] body) {
        var id = letter.deliveryId().orElse(letter.keyText());
        var request =
                HttpRequest.newBuilder(address)
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", id)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        header(request, "X-Gitlab-Event", origin.event());
        header(request, "X-Gitlab-Instance", instance(letter));
        header(request, "X-Gitlab-Token", token);
        signingKey.ifPresent(key -> sign(request, key, id, body));
        try {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.discarding());
            return answer.statusCode() == 200
                    ? new Sent.To(origin.toString())
                    : new Sent.Failed("the intake answered " + answer.statusCode());
        } catch (IOException e) {
            return new Sent.Failed("no intake answers at " + address);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Sent.Failed("interrupted");
        }
    }

    private static void header(HttpRequest.Builder request, String name, String value) {
        if (!value.isBlank()) {
            request.header(name, value);
        }
    }

    /** The instance that sent it; letters from before it was kept go without. */
    private static String instance(Letter letter) {
        return Marks.text(letter.headers(), "dlt-instance").orElse("");
    }

    /** As the Standard Webhooks specification says; the body may be any bytes. */
    private void sign(HttpRequest.Builder request, byte[] key, String id, byte[] body) {
        var seconds = Long.toString(clock.instant().getEpochSecond());
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((id + "." + seconds + ".").getBytes(UTF_8));
            var signature = Base64.getEncoder().encodeToString(mac.doFinal(body));
            request.header("webhook-id", id)
                    .header("webhook-timestamp", seconds)
                    .header("webhook-signature", "v1," + signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
