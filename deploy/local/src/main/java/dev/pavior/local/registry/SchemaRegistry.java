package dev.pavior.local.registry;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.avro.Schema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Any registry that speaks Confluent's protocol, seen as a list of subjects. */
public final class SchemaRegistry {

    private static final String TYPE = "application/vnd.schemaregistry.v1+json";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String api;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    /**
     * A registry by its address.
     *
     * @param url address of the registry, without the path of the API
     */
    public SchemaRegistry(String url) {
        this.api = url + "/apis/ccompat/v7";
    }

    /** The id under which a subject already has this schema; empty where it does not. */
    public OptionalInt find(String subject, Schema schema) {
        var answer = send("POST", subjectPath(subject), Map.of("schema", schema.toString()));
        if (answer.statusCode() == 404) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(body(subject, answer).path("id").intValue());
    }

    /**
     * Adds a schema to a subject.
     *
     * @throws RegistryRefusal where the schema does not fit the earlier ones of its subject
     */
    public int register(String subject, Schema schema) {
        var path = subjectPath(subject) + "/versions";
        return body(subject, send("POST", path, Map.of("schema", schema.toString())))
                .path("id")
                .intValue();
    }

    /** Demands of all later schemas of a subject that they fit all earlier ones, both ways. */
    public void requireFullTransitive(String subject) {
        var rule = Map.of("compatibility", "FULL_TRANSITIVE");
        body(subject, send("PUT", "/config/" + encoded(subject), rule));
    }

    /** How a subject's later schemas must fit its earlier ones. */
    public String compatibility(String subject) {
        return body(subject, send("GET", "/config/" + encoded(subject), Map.of()))
                .path("compatibilityLevel")
                .stringValue();
    }

    /** The schema that has this id. */
    public Schema schema(int id) {
        var answer = send("GET", "/schemas/ids/" + id, Map.of());
        return new Schema.Parser().parse(body("schema " + id, answer).path("schema").stringValue());
    }

    private static JsonNode body(String subject, HttpResponse<String> answer) {
        if (answer.statusCode() / 100 == 2) {
            return JSON.readTree(answer.body());
        }
        throw new RegistryRefusal(
                "the registry refuses %s with %d: %s"
                        .formatted(subject, answer.statusCode(), answer.body()));
    }

    private HttpResponse<String> send(String method, String path, Map<String, String> body) {
        var publisher =
                body.isEmpty()
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofString(JSON.writeValueAsString(body));
        var request =
                HttpRequest.newBuilder(URI.create(api + path))
                        .timeout(Duration.ofSeconds(20))
                        .header("Content-Type", TYPE)
                        .header("Accept", TYPE)
                        .method(method, publisher)
                        .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new RegistryRefusal("no registry answers at " + api, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryRefusal("interrupted while asking " + api, e);
        }
    }

    private static String subjectPath(String subject) {
        return "/subjects/" + encoded(subject);
    }

    private static String encoded(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8);
    }
}
