package dev.pavior.local.connect.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Asks one GitLab, with GET and nothing else. */
final class Asking {

    private static final long LARGEST = 1 << 20;

    private final Target target;
    private final TokenFile token;
    private final UnaryOperator<@Nullable String> environment;
    private final Duration patience;
    private final HttpClient client;

    Asking(
            Target target,
            TokenFile token,
            UnaryOperator<@Nullable String> environment,
            Duration patience) {
        this.target = target;
        this.token = token;
        this.environment = environment;
        this.patience = patience;
        // The token must not follow to wherever a redirect points.
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(patience)
                        .build();
    }

    /** Gets a resource by its path below the root of the interface. */
    Reply get(String path) {
        var request =
                HttpRequest.newBuilder(URI.create(target.url() + "/api/v4" + path))
                        .timeout(patience)
                        .header("PRIVATE-TOKEN", token.token())
                        .header("Accept", "application/json")
                        .header("User-Agent", "pavior-connect")
                        .GET()
                        .build();
        try {
            var body = BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST);
            var answer = client.send(request, body);
            return new Reply.Answered(
                    answer.statusCode(), answer.headers(), new String(answer.body(), UTF_8));
        } catch (IOException e) {
            return new Reply.Nothing(Unreachable.why(target, e, environment));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectRefusal("interrupted while asking " + target.host(), e);
        }
    }
}
