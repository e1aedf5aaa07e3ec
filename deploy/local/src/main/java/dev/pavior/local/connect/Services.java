package dev.pavior.local.connect;

import dev.pavior.local.connect.check.ConnectRefusal;
import dev.pavior.local.stack.PortPlan;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the services of a running stack tell over HTTP. */
final class Services {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PortPlan ports;
    private final String token;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();

    Services(PortPlan ports, String token) {
        this.ports = ports;
        this.token = token;
    }

    /** A resource of a service; empty while it is away or not ready. */
    Optional<JsonNode> get(String service, String path) {
        return text(service, path).map(JSON::readTree);
    }

    /** How many requests the intake's present process has made to GitLab. */
    long requests() {
        return text("intake-management", "/actuator/prometheus").stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("pavior_gitlab_answers_total"))
                .mapToLong(line -> (long) Double.parseDouble(line.replaceFirst(".* ", "")))
                .sum();
    }

    private Optional<String> text(String service, String path) {
        var request =
                HttpRequest.newBuilder(URI.create(ports.url(service) + path))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token)
                        .build();
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectRefusal("interrupted while asking " + service, e);
        }
    }
}
