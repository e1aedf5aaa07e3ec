package dev.pavior.intake.webhook;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pavior.chassis.kafka.EventHeaders;
import dev.pavior.chassis.kafka.KafkaGate;
import dev.pavior.contract.Service;
import dev.pavior.contract.Topics;
import dev.pavior.intake.RunningIntake;
import dev.pavior.intake.TopicReader;
import dev.pavior.testkit.Cluster;
import dev.pavior.testkit.ConfluentDecoder;
import dev.pavior.testkit.RealKafka;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * Posts every recorded hook of the corpus to the running service. The corpus is a folder named by
 * {@code PAVIOR_CORPUS}: {@code MANIFEST.tsv} says of each file under {@code webhooks} what it is.
 */
@ExtendWith(CorpusIT.OnlyWithTheCorpus.class)
@RealKafka
@RunningIntake
class CorpusIT {

    private static final Path CORPUS =
            Path.of(System.getenv().getOrDefault("PAVIOR_CORPUS", "no-corpus"));

    /** Says plainly when it skips; the build of the project names a corpus and so requires it. */
    static final class OnlyWithTheCorpus implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (System.getenv("PAVIOR_CORPUS") != null) {
                return ConditionEvaluationResult.enabled("PAVIOR_CORPUS is set");
            }
            System.out.println("SKIPPED: no recorded hooks are posted, PAVIOR_CORPUS is not set");
            return ConditionEvaluationResult.disabled("PAVIOR_CORPUS is not set");
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** What becomes of each kind. Kinds are those of the manifest, without action and target. */
    private static final Map<String, String> OUTCOMES =
            Map.ofEntries(
                    entry("hook:issue", "published observations"),
                    entry("hook:work_item", "published observations"),
                    entry("hook:merge_request", "published observations"),
                    entry("hook:access_token", "published requests"),
                    entry("hook:milestone", "published catalog"),
                    entry("hook:note@Issue", "published notes"),
                    entry("hook:note@MergeRequest", "published notes"),
                    entry("hook:note@Commit", "ignored note:commit"),
                    entry("hook:note@Snippet", "ignored note:snippet"),
                    entry("hook:build", "ignored kind:build"),
                    entry("hook:deployment", "ignored kind:deployment"),
                    entry("hook:emoji", "ignored kind:emoji"),
                    entry("hook:feature_flag", "ignored kind:feature_flag"),
                    entry("hook:job", "ignored kind:job"),
                    entry("hook:pipeline", "ignored kind:pipeline"),
                    entry("hook:push", "ignored kind:push"),
                    entry("hook:release", "ignored kind:release"),
                    entry("hook:tag_push", "ignored kind:tag_push"),
                    entry("hook:vulnerability", "ignored kind:vulnerability"),
                    entry("hook:wiki_page", "ignored kind:wiki_page"),
                    // A template of one's own, and kinds that are none of our business by name.
                    entry("hook:car", "ignored kind:other"),
                    entry("hook:gitlab_subscription_member_approval", "ignored kind:other"),
                    entry("hook:gitlab_subscription_member_approvals", "ignored kind:other"),
                    // These name an event and no kind; where projects and groups are is of use.
                    entry("system_hook:place", "published catalog"),
                    entry("system_hook", "ignored event"));

    /**
     * Files that end otherwise than their kind. An item is parked, not guessed, where its key
     * cannot be told: a wrong key would mix two items for ever, a parked record can be read by a
     * person.
     *
     * <p>The other gaps of the corpus need no exception. Where {@code project.id} is missing, the
     * item's own {@code project_id} (of a merge request: {@code target_project_id}) says the same
     * and is taken. Where an issue lacks {@code confidential}, it is published as confidential.
     */
    private static final Map<String, String> EXCEPTIONS =
            Map.ofEntries(
                    // A group epic whose payload names no group; that of its label may be an
                    // ancestor's.
                    entry("gitlab4j-gitlab4j-api/workitem-event.json", "parked no-project"),
                    // Fragments from the documentation: they show single fields and no item.
                    entry(
                            "gitlab-org-gitlab/webhook_events__merge-request-action-specific-fields__L1073.json",
                            "parked no-iid"),
                    entry(
                            "gitlab-org-gitlab/webhook_events__re-request-review-events__L1153.json",
                            "parked no-iid"),
                    entry(
                            "gitlab-org-gitlab/webhook_events__system-initiated-merge-request-events__L1103.json",
                            "parked no-iid"),
                    // Somebody's test data whose field names end in a space: "iid ".
                    entry("xanzy-go-gitlab/webhooks__group_merge_request.json", "parked no-iid"));

    @LocalServerPort private int port;
    @Autowired private KafkaGate gate;
    @Autowired private MeterRegistry registry;
    @Autowired private Balance balance;

    private final TopicReader topics;
    private final ConfluentDecoder decoder;
    private WebTestClient client;

    CorpusIT(Cluster cluster) {
        this.topics = new TopicReader(cluster.bootstrap());
        this.decoder = new ConfluentDecoder(cluster.registryUrl());
    }

    @BeforeEach
    void connect() {
        client =
                WebTestClient.bindToServer()
                        .baseUrl("http://127.0.0.1:" + port)
                        .responseTimeout(PATIENCE)
                        .build();
        await().atMost(PATIENCE).until(gate::isOpen);
    }

    @Test
    void answersEveryRecordedHookAsItsKindDeserves() throws IOException {
        // Given
        var files = kinds();
        var expected = new TreeMap<String, String>();
        files.forEach((file, kind) -> expected.put(file, "200 " + expectedOf(file, kind)));

        // When
        var actual = new TreeMap<String, String>();
        for (var file : files.keySet()) {
            actual.put(file, post(file));
        }

        // Then
        assertThat(files).hasSizeGreaterThanOrEqualTo(163);
        assertThat(actual).isEqualTo(expected);
        assertThat(balance.sheet().ended()).isEqualTo(balance.sheet().received());
        assertAllIsOnTheTopics(actual);
    }

    private void assertAllIsOnTheTopics(Map<String, String> actual) {
        var published = topics.all(Topics.OBSERVATIONS.name());
        var parked = topics.all(Topics.deadLetters(Service.INTAKE).name());
        assertThat(deliveriesPublished()).isEqualTo(count(actual, "200 published"));
        assertThat(parked).hasSize(count(actual, "200 parked"));
        var items = published.stream().map(ConsumerRecord::key).collect(Collectors.toSet());
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(topics.all(Topics.WORK_ITEMS.name()))
                                        .extracting(ConsumerRecord::key)
                                        .containsAll(items));
        var withoutFlag =
                published.stream()
                        .map(record -> decoder.decode(record.value()))
                        .filter(seen -> seen.get("kind").toString().equals("ISSUE"))
                        .filter(seen -> !seen.get("seen").toString().contains("confidential"))
                        .toList();
        assertThat(withoutFlag)
                .hasSize(3)
                .allSatisfy(seen -> assertThat(seen.get("confidential")).isEqualTo(true));
    }

    /** Of the records that a delivery leads to, its own has its id. */
    private long deliveriesPublished() {
        return Stream.of(Topics.OBSERVATIONS, Topics.NOTES, Topics.CATALOG, Topics.REQUESTS)
                .flatMap(topic -> topics.all(topic.name()).stream())
                .filter(
                        record ->
                                EventHeaders.get(record.headers(), "ce_id")
                                        .equals(
                                                EventHeaders.get(
                                                        record.headers(),
                                                        EventHeaders.DELIVERY_ID)))
                .count();
    }

    private static String expectedOf(String file, String kind) {
        var exception = EXCEPTIONS.get(file);
        return exception == null ? String.valueOf(OUTCOMES.get(kind)) : exception;
    }

    private static int count(Map<String, String> outcomes, String prefix) {
        return (int) outcomes.values().stream().filter(o -> o.startsWith(prefix)).count();
    }

    /** The status, and the one outcome that the delivery was counted under. */
    private String post(String file) throws IOException {
        var before = counts();
        var answer =
                client.post()
                        .uri("/webhooks/gitlab")
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("X-Gitlab-Token", RunningIntake.TOKEN)
                        .header("Idempotency-Key", file)
                        .bodyValue(Files.readAllBytes(CORPUS.resolve("webhooks").resolve(file)))
                        .exchange()
                        .returnResult(Void.class);
        var after = counts();
        before.forEach((outcome, count) -> after.merge(outcome, -count, Integer::sum));
        after.values().removeIf(count -> count == 0);
        return answer.getStatus().value() + " " + String.join(" and ", after.keySet());
    }

    private Map<String, Integer> counts() {
        var counts = new HashMap<String, Integer>();
        for (Counter counter : registry.find("pavior.intake.deliveries").counters()) {
            var id = counter.getId();
            counts.merge(
                    id.getTag("outcome") + " " + id.getTag("reason"),
                    (int) counter.count(),
                    Integer::sum);
        }
        return counts;
    }

    /** Each file of the folder with its kind; a file that the manifest forgot fails the test. */
    private static Map<String, String> kinds() throws IOException {
        var manifest = new HashMap<String, String>();
        for (var line : Files.readAllLines(CORPUS.resolve("MANIFEST.tsv"))) {
            var columns = line.split("\t", -1);
            manifest.put(columns[0], kind(columns[1]));
        }
        var kinds = new TreeMap<String, String>();
        var folder = CORPUS.resolve("webhooks");
        try (var files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .forEach(file -> kinds.put(file, "" + manifest.get("webhooks/" + file)));
        }
        return kinds;
    }

    private static String kind(String told) {
        if (told.matches(
                "system_hook:(project|group|subgroup)_(create|update|rename|transfer|destroy)")) {
            return "system_hook:place";
        }
        if (told.startsWith("system_hook:")) {
            return "system_hook";
        }
        return told.startsWith("hook:note")
                ? told.replaceFirst("^hook:note(?:/\\w+)?(@\\w+).*", "hook:note$1")
                : told.replaceFirst("^(hook:\\w+).*", "$1");
    }
}
