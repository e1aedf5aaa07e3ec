package dev.pavior.local.proof;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GitLab's own log of what became of a hook's deliveries. */
public final class HookLog {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PAGE = 100;

    /** GitLab keeps days, not years, but a log without end must not be read for ever. */
    private static final int MOST_PAGES = 1000;

    private HookLog() {}

    /**
     * One delivery in the log.
     *
     * @param id GitLab's id of the delivery; blank where it names none
     * @param status the status it was answered with, or GitLab's words where it was not
     */
    public record Entry(String id, String status) {

        boolean isGood() {
            return status.matches("2\\d\\d");
        }
    }

    /**
     * Reads the whole log.
     *
     * @param url address of the GitLab
     * @param token a token that may see hooks
     * @param container projects/ID or groups/ID
     * @throws HookLogRefused where GitLab does not show it
     */
    public static List<Entry> read(String url, String token, String container, long hook) {
        try (var client = client()) {
            var entries = new ArrayList<Entry>();
            for (int page = 1; page <= MOST_PAGES; page++) {
                var found = page(client, url, token, container, hook, page);
                found.forEach(event -> entries.add(entry(event)));
                if (found.size() < PAGE) {
                    break;
                }
            }
            return entries;
        }
    }

    /** How many deliveries were answered how. */
    static Map<String, Long> byStatus(List<Entry> log) {
        var counts = new TreeMap<String, Long>();
        log.forEach(entry -> counts.merge(entry.status(), 1L, Long::sum));
        return counts;
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    private static JsonNode page(
            HttpClient client, String url, String token, String container, long hook, int page) {
        var address =
                "%s/api/v4/%s/hooks/%d/events?per_page=%d&page=%d"
                        .formatted(url.replaceAll("/+$", ""), encoded(container), hook, PAGE, page);
        var request =
                HttpRequest.newBuilder(URI.create(address))
                        .timeout(Duration.ofSeconds(30))
                        .header("PRIVATE-TOKEN", token)
                        .build();
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new HookLogRefused(
                        "GitLab answers %d to %s".formatted(answer.statusCode(), address));
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new HookLogRefused("no GitLab answers at " + url);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HookLogRefused("interrupted");
        }
    }

    /** A path such as group/project counts as one segment. */
    private static String encoded(String container) {
        int slash = container.indexOf('/');
        var id = URLEncoder.encode(container.substring(slash + 1), StandardCharsets.UTF_8);
        return container.substring(0, slash + 1) + id;
    }

    private static Entry entry(JsonNode event) {
        var headers = event.path("request_headers");
        var id = headers.path("Idempotency-Key").asString("");
        return new Entry(
                id.isEmpty() ? headers.path("webhook-id").asString("") : id,
                event.path("response_status").asString("none"));
    }
}
