package dev.pavior.intake.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pavior.chassis.kafka.AvroSerdes;
import dev.pavior.chassis.kafka.KafkaGate;
import dev.pavior.contract.Topic;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.WorkRequest;
import dev.pavior.intake.RunningIntake;
import dev.pavior.intake.TopicReader;
import dev.pavior.intake.gitlab.Answer;
import dev.pavior.intake.gitlab.Container;
import dev.pavior.intake.publish.Publisher;
import dev.pavior.local.hooks.HookSheet;
import dev.pavior.local.hooks.HookTable;
import dev.pavior.testkit.Cluster;
import dev.pavior.testkit.ConfluentDecoder;
import dev.pavior.testkit.RealKafka;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running service looks after the hooks of a sandbox. */
@RealKafka
@RunningIntake
class DoctorIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HookedGitLab GITLAB = new HookedGitLab();
    private static final Door DOOR = new Door();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort private int port;
    @Autowired private KafkaGate gate;
    @Autowired private Doctor doctor;
    @Autowired private Publisher publisher;
    @Autowired private AvroSerdes serdes;
    @Autowired private MeterRegistry metrics;

    private final TopicReader topics;
    private final ConfluentDecoder decoder;
    private WebTestClient client;

    DoctorIT(Cluster cluster) {
        this.topics = new TopicReader(cluster.bootstrap());
        this.decoder = new ConfluentDecoder(cluster.registryUrl());
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("PAVIOR_GITLAB_URL", GITLAB::url);
        settings.add("PAVIOR_GITLAB_READ_TOKEN", () -> "sandbox-read-token");
        settings.add("PAVIOR_GITLAB_HOOKS_TOKEN", () -> "sandbox-admin-token");
        settings.add("PAVIOR_GITLAB_GROUPS", () -> "acme");
        settings.add("PAVIOR_GITLAB_REQUESTS_PER_MINUTE", () -> "60000");
        settings.add("PAVIOR_READING_POLL_INTERVAL", () -> "300ms");
        settings.add("PAVIOR_INTAKE_PUBLIC_URL", DOOR::url);
        settings.add("PAVIOR_HOOKS_INTERVAL", () -> "300ms");
        settings.add("PAVIOR_HOOKS_LOG_INTERVAL", () -> "300ms");
    }

    @BeforeEach
    void healthy() {
        DOOR.leadsTo(port);
        client =
                WebTestClient.bindToServer()
                        .baseUrl("http://127.0.0.1:" + port)
                        .responseTimeout(PATIENCE)
                        .build();
        await().atMost(PATIENCE).until(gate::isOpen);
        eventually(() -> assertThat(line().path("status").asString()).isEqualTo("executable"));
    }

    @AfterAll
    static void close() {
        DOOR.close();
        GITLAB.close();
    }

    @Test
    void createsWhatIsMissingWithTheSecretAndNoOtherEventsThanNeeded() {
        // When
        var iid = GITLAB.opened("Hooked");

        // Then
        eventually(() -> assertThat(origins(iid)).contains("HOOK"));
        var hook = ours();
        assertThat(on(hook)).containsExactlyInAnyOrderElementsOf(needed());
        assertThat(hook.get("token_present").asBoolean()).isTrue();
        assertThat(hook.get("enable_ssl_verification").asBoolean()).isTrue();
        assertThat(line().get("container").asString()).isEqualTo("groups/1");
        assertThat(
                        metrics.get("pavior.hooks")
                                .tags("container", "groups/1", "status", "executable")
                                .gauge()
                                .value())
                .isEqualTo(1);
    }

    @Test
    void createsAgainWhatWasDeletedAndHasTheGapRead() {
        // Given
        long lost = ours().get("id").asLong();

        // When
        GITLAB.send("DELETE", HookedGitLab.HOOKS + "/" + lost, Map.of());

        // Then
        eventually(() -> assertThat(line().path("hookId").asLong()).isGreaterThan(lost));
        eventually(() -> assertThat(line().path("lastAction").asString()).isEqualTo("gap read"));
        assertThat(ours().get("id").asLong()).isEqualTo(line().get("hookId").asLong());
        assertThat(health("hook/default/groups/1/" + lost).getLast().value()).isNull();
        eventually(() -> assertThat(wished()).isNotNull());
    }

    @Test
    void completesWhatLacksEventsAndTouchesNobodyElsesHook() {
        // Given
        var others =
                GITLAB.send(
                        "POST",
                        HookedGitLab.HOOKS,
                        Map.of("url", "http://127.0.0.1:9/other", "issues_events", "true"));
        var path = HookedGitLab.HOOKS + "/" + ours().get("id").asLong();

        // When
        GITLAB.send(
                "PUT",
                path,
                Map.of(
                        "url", DOOR.url() + "/webhooks/gitlab",
                        "name", "Named by hand",
                        "enable_ssl_verification", "false",
                        "confidential_issues_events", "false"));

        // Then
        eventually(() -> assertThat(on(ours())).containsAll(needed()));
        assertThat(ours().get("name").asString()).isEqualTo("Named by hand");
        assertThat(ours().get("enable_ssl_verification").asBoolean()).isFalse();
        var othersPath = HookedGitLab.HOOKS + "/" + others.get("id").asLong();
        assertThat(GITLAB.send("GET", othersPath, Map.of())).isEqualTo(others);
    }

    @Test
    void bringsADisabledHookBackAndWhatItCouldNotDeliver() {
        // Given
        doctor.end();
        var heard = GITLAB.opened("Heard");
        eventually(() -> assertThat(origins(heard)).contains("HOOK"));
        var before = Instant.now();
        DOOR.open(false);
        var failed = Stream.of("a", "b", "c", "d").map(GITLAB::opened).toList();
        var hook = HookedGitLab.HOOKS + "/" + ours().get("id").asLong();
        eventually(
                () ->
                        assertThat(ours().get("alert_status").asString())
                                .isEqualTo("temporarily_disabled"));
        var missed = GITLAB.opened("Never tried");
        var failures = keys(hook + "/events?status=server_failure&per_page=100");

        // When
        DOOR.open(true);
        doctor.begin();

        // Then
        eventually(
                () ->
                        assertThat(keys(hook + "/events?status=successful&per_page=100"))
                                .containsAll(failures));
        assertThat(ours().get("alert_status").asString()).isEqualTo("executable");
        failed.forEach(iid -> assertThat(origins(iid)).contains("HOOK"));
        eventually(() -> assertThat(origins(missed)).contains("POLL"));
        eventually(() -> assertThat(line().path("gapSince").isNull()).isTrue());
        assertThat(wished()).isNotNull().isBefore(before.plusSeconds(1));
        await().during(Duration.ofSeconds(2))
                .atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(keys(hook + "/events?per_page=100"))
                                        .allSatisfy(
                                                key ->
                                                        assertThat(tries(hook, key))
                                                                .isLessThanOrEqualTo(2)));
    }

    @Test
    void asksTheTeamOnceToReplaceATokenThatExpires() throws Exception {
        // Given
        var date = LocalDate.now(ZoneOffset.UTC).plusDays(5);
        var json = JSON.readTree("{\"id\":12,\"name\":\"ci\",\"expires_at\":\"" + date + "\"}");
        var token = new OwnToken("read", "gitlab.example", () -> new Answer.Found<>(json));
        var serializer = serdes.<WorkRequest>of(Topics.REQUESTS).serializer();

        // When
        for (int doctors = 0; doctors < 2; doctors++) {
            new TokenWatch(List.of(token), serializer, publisher, Clock.systemUTC()).look();
        }

        // Then
        var requests = topics.all(Topics.REQUESTS.name());
        assertThat(requests)
                .extracting(ConsumerRecord::key)
                .hasSize(2)
                .containsOnly(requests.getFirst().key());
        var request = decoder.decode(requests.getFirst().value());
        assertThat(request.get("title"))
                .hasToString("Rotate the access token ci of Pavior, to read by " + date);
        assertThat(request.get("confidential")).isEqualTo(true);
    }

    @Test
    void tellsTheLauncherHowTheHooksAre() {
        // When
        var sheet = HookSheet.of(sheet());

        // Then
        assertThat(sheet.isHealthy()).isTrue();
        assertThat(sheet.unwatched()).isEmpty();
        assertThat(new HookTable(false).lines(sheet).getLast())
                .startsWith("default groups/1 ")
                .contains(" executable ");
    }

    private JsonNode line() {
        var hooks = sheet().get("hooks");
        return hooks.size() == 1 ? hooks.get(0) : JSON.missingNode();
    }

    private JsonNode sheet() {
        var body =
                client.get()
                        .uri("/v1/hooks")
                        .headers(headers -> headers.setBearerAuth(RunningIntake.READER))
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        return JSON.readTree(String.valueOf(body));
    }

    private static JsonNode ours() {
        return GITLAB.list(HookedGitLab.HOOKS).stream()
                .filter(hook -> hook.get("url").asString().startsWith(DOOR.url()))
                .findFirst()
                .orElseGet(JSON::missingNode);
    }

    /** The sandbox has no events of projects and subgroups, which is not held against it. */
    private static Set<String> needed() {
        return Needs.of(Container.Kind.PROJECT);
    }

    private static List<String> on(JsonNode hook) {
        return hook.properties().stream()
                .filter(field -> field.getKey().endsWith("_events"))
                .filter(field -> field.getValue().asBoolean(false))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> keys(String path) {
        return GITLAB.list(path).stream().map(HookReading::tried).map(Tried::key).toList();
    }

    private static long tries(String hook, String key) {
        return keys(hook + "/events?per_page=100").stream().filter(key::equals).count();
    }

    private List<String> origins(long iid) {
        return values(Topics.OBSERVATIONS, GITLAB.item(iid)).stream()
                .map(seen -> seen.get("origin").toString())
                .collect(Collectors.toList());
    }

    private List<ConsumerRecord<String, byte[]>> health(String key) {
        return topics.all(Topics.HEALTH.name()).stream().filter(r -> r.key().equals(key)).toList();
    }

    /** Since when reading was last asked to look again. */
    private Instant wished() {
        return values(Topics.CURSORS, "default/reconcile/asked").stream()
                .map(cursor -> Instant.parse(cursor.get("position").toString()))
                .reduce((one, next) -> next)
                .orElse(null);
    }

    private List<GenericRecord> values(Topic topic, String key) {
        return topics.all(topic.name()).stream()
                .filter(record -> record.key().equals(key))
                .map(record -> decoder.decode(record.value()))
                .toList();
    }

    private static void eventually(ThrowingRunnable holds) {
        await().atMost(PATIENCE).untilAsserted(holds);
    }
}
