package dev.pavior.local.reading;

import dev.pavior.local.process.StartFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running intake, as an operator asks it. */
public final class IntakeDoor {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String url;
    private final String token;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /**
     * A door.
     *
     * @param url where the intake listens
     * @param token of an operator
     */
    public IntakeDoor(String url, String token) {
        this.url = url;
        this.token = token;
    }

    /** How far the histories of each source are. */
    public List<HistoryState> histories() {
        var answer = send(request("/v1/reading").GET());
        return HistoryState.all(JSON.readTree(answer.body()));
    }

    /** Has the histories read; anew, where they were read before. */
    public void readHistories(boolean anew) {
        send(request("/v1/reading/history?restart=" + anew).POST(BodyPublishers.noBody()));
    }

    /** What it answers to a question. */
    public JsonNode ask(String path) {
        try {
            return JSON.readTree(send(request(path).GET()).body());
        } catch (JacksonException e) {
            throw new StartFailure("the intake at " + url + " answers no JSON", e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 == 2) {
                return answer;
            }
            throw new StartFailure("the intake answers " + answer.statusCode());
        } catch (IOException e) {
            throw new StartFailure("the intake does not answer at " + url, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("interrupted while asking the intake", e);
        }
    }
}
