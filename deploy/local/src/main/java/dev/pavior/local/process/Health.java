package dev.pavior.local.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Asks whether a part can do its work now. */
@FunctionalInterface
public interface Health {

    /** Whether the part can do its work now; never throws. */
    boolean good();

    /** Good while an address answers 200. */
    static Health http(URI address) {
        return http(address, Map.of());
    }

    /** Good while an address answers 200 to a request with these headers. */
    static Health http(URI address, Map<String, String> headers) {
        var asking = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(3));
        headers.forEach(asking::header);
        var request = asking.build();
        return () -> {
            try {
                return Http.CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        };
    }

    /**
     * Waits until a starting process is healthy.
     *
     * @throws StartFailure where it ends, or is not healthy in time
     */
    default void await(Child child, Duration patience) {
        var deadline = Instant.now().plus(patience);
        while (!good()) {
            if (!child.alive()) {
                throw new StartFailure(child.died());
            }
            if (Instant.now().isAfter(deadline)) {
                throw new StartFailure(
                        "%s is not healthy after %d s [%s]"
                                .formatted(child.name(), patience.toSeconds(), child.log()));
            }
            pause(child);
        }
    }

    private static void pause(Child child) {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure(child.name() + " was interrupted while starting", e);
        }
    }

    /** One client for all probes. */
    final class Http {

        private static final HttpClient CLIENT =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(2))
                        .build();

        private Http() {}
    }
}
