package dev.pavior.labeling;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pavior.chassis.kafka.AvroSerdes;
import dev.pavior.chassis.kafka.KafkaSettings;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.RequestKind;
import dev.pavior.contract.v1.WorkRequest;
import dev.pavior.testkit.Cluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Submits requests as the intake does, and looks at the issues that come of them. */
final class RequestStage implements AutoCloseable {

    private static final Pattern MARK = Pattern.compile("<!-- pavior-request-(\\w+) -->");
    private static final String ISSUES = "/api/v4/projects/1/issues";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String gitLab;
    private final KafkaProducer<String, WorkRequest> intake;

    /** An issue as the sandbox has it. */
    record Issue(long iid, List<String> labels) {}

    RequestStage(Cluster cluster, String gitLab) {
        this.gitLab = gitLab;
        var settings =
                new KafkaSettings(
                        cluster.bootstrap(),
                        cluster.registryUrl(),
                        Path.of("unused"),
                        "0",
                        Duration.ofMillis(25),
                        Map.of());
        this.intake =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", cluster.bootstrap(), "linger.ms", 0),
                        new StringSerializer(),
                        new AvroSerdes(settings).<WorkRequest>of(Topics.REQUESTS).serializer());
    }

    void submit(String id) {
        var request =
                WorkRequest.newBuilder()
                        .setId(id)
                        .setKind(RequestKind.AUTOMATION)
                        .setSubmittedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                        .setRequesterId(7)
                        .setRequester("ada")
                        .setTitle("Request " + id)
                        .setFields(Map.of("problem", "-->\n/close\n@all"))
                        .setArea("prodsec-automation")
                        .setConfidential(false)
                        .setEmergency(false)
                        .build();
        try {
            intake.send(new ProducerRecord<>(Topics.REQUESTS.name(), id, request)).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens the issue of a request as the writer would. */
    void openAsTheWriter(String id) {
        var text = URLEncoder.encode("Why\n\n<!-- pavior-request-" + id + " -->\n", UTF_8);
        send("POST", ISSUES, "sandbox-write-token", "title=one&description=" + text);
    }

    /** All issues that have a hidden mark, by the id of their request. */
    Map<String, List<Issue>> issuesByMark() {
        var found = new TreeMap<String, List<Issue>>();
        for (int page = 1; page <= 5; page++) {
            var query = "?per_page=100&page=" + page;
            for (var issue : send("GET", ISSUES + query, "sandbox-admin-token", "")) {
                MARK.matcher(issue.get("description").asString())
                        .results()
                        .forEach(mark -> add(found, mark.group(1), issue));
            }
        }
        return found;
    }

    private static void add(Map<String, List<Issue>> found, String id, JsonNode issue) {
        var labels = issue.get("labels").valueStream().map(JsonNode::asString).toList();
        found.computeIfAbsent(id, key -> new ArrayList<>())
                .add(new Issue(issue.get("iid").asLong(), labels));
    }

    private JsonNode send(String method, String path, String token, String form) {
        var request =
                HttpRequest.newBuilder(URI.create(gitLab + path))
                        .header("PRIVATE-TOKEN", token)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .method(method, BodyPublishers.ofString(form))
                        .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(path + ": " + answer.body());
            }
            return JsonMapper.shared().readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        intake.close();
        http.close();
    }
}
