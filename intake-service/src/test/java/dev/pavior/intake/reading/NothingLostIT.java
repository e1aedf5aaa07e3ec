package dev.pavior.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pavior.chassis.kafka.KafkaGate;
import dev.pavior.contract.Topics;
import dev.pavior.intake.RunningIntake;
import dev.pavior.intake.TopicReader;
import dev.pavior.testkit.Cluster;
import dev.pavior.testkit.ConfluentDecoder;
import dev.pavior.testkit.RealKafka;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * Thousands of changes come by hooks of which many are lost, doubled or late; after a look at
 * GitLab itself every item is as it is there, and none was told of more often than it changed.
 */
@RealKafka
@RunningIntake
class NothingLostIT {

    private static final int CHANGES = Integer.getInteger("pavior.changes", 10_000);
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Sandbox SANDBOX = new Sandbox();

    @LocalServerPort private int port;
    @Autowired private KafkaGate gate;

    private final TopicReader topics;
    private final ConfluentDecoder decoder;

    NothingLostIT(Cluster cluster) {
        this.topics = new TopicReader(cluster.bootstrap());
        this.decoder = new ConfluentDecoder(cluster.registryUrl());
    }

    @DynamicPropertySource
    static void read(DynamicPropertyRegistry settings) {
        settings.add("PAVIOR_GITLAB_URL", SANDBOX::url);
        settings.add("PAVIOR_GITLAB_READ_TOKEN", () -> Sandbox.READ_TOKEN);
        settings.add("PAVIOR_GITLAB_GROUPS", () -> "acme");
        settings.add("PAVIOR_GITLAB_REQUESTS_PER_MINUTE", () -> "60000");
        settings.add("PAVIOR_READING_POLL_INTERVAL", () -> "2s");
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void endsWithTheStateOfGitLabHoweverBadlyItsHooksArrive() {
        // Given
        SANDBOX.post("/-/sandbox/seed", "issues", "300", "merge_requests", "100", "events", "2");
        await().atMost(PATIENCE).until(gate::isOpen);
        await().atMost(PATIENCE).until(() -> newest().size() >= 400);
        hook();
        trouble();

        // When
        change();
        await().atMost(PATIENCE).until(NothingLostIT::isDone);
        var struck = SANDBOX.get("/-/sandbox/faults").get("counts");
        SANDBOX.delete("/-/sandbox/faults");
        sweepAndBelieve();

        // Then
        var told = new Truth(SANDBOX);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(told.differences(newest())).isEmpty());
        var revisions = revisions();
        System.out.printf(
                "MEASURED %d changes of %d items, of the hooks %s; %d gone, %d moved; missing 0, wrong 0; %d revisions%n",
                told.changes().values().stream().mapToLong(Long::longValue).sum(),
                told.items(),
                struck,
                told.gone(),
                told.moved(),
                revisions.values().stream().mapToLong(Long::longValue).sum());
        assertThat(struck.get("hook_drop").asLong()).isPositive();
        assertThat(struck.get("hook_duplicate").asLong()).isPositive();
        assertThat(struck.get("hook_reorder").asLong()).isPositive();
        assertThat(told.gone()).isPositive();
        assertThat(told.moved()).isPositive();
        assertThat(surplus(told, newest()))
                .as("one revision for what was there, and at most one for each change")
                .isEmpty();
    }

    /** Items told of too often, each with what its revisions say. */
    private Map<String, List<GenericRecord>> surplus(
            Truth told, Map<String, GenericRecord> newest) {
        var surplus = new LinkedHashMap<String, List<GenericRecord>>();
        newest.forEach(
                (key, item) -> {
                    long changes = told.changes().getOrDefault(key, 0L);
                    // That an issue is gone elsewhere a hook tells, to which item only a read.
                    long twice = item.get("movedTo") == null ? 0 : 1;
                    if ((Long) item.get("revision") > 1 + changes + twice) {
                        surplus.put(key, revisionsOf(key));
                    }
                });
        return surplus;
    }

    private List<GenericRecord> revisionsOf(String item) {
        return topics.all(Topics.WORK_ITEMS.name()).stream()
                .filter(record -> record.key().equals(item))
                .map(record -> decoder.decode(record.value()))
                .toList();
    }

    private void hook() {
        SANDBOX.post(
                "/api/v4/groups/1/hooks",
                "url",
                "http://127.0.0.1:" + port + "/webhooks/gitlab",
                "token",
                RunningIntake.TOKEN,
                "push_events",
                "false",
                "issues_events",
                "true",
                "confidential_issues_events",
                "true",
                "merge_requests_events",
                "true",
                "note_events",
                "true",
                "confidential_note_events",
                "true");
    }

    private static void trouble() {
        SANDBOX.put(
                "/-/sandbox/faults",
                "seed",
                "11",
                "hook_drop",
                "0.1",
                "hook_duplicate",
                "0.1",
                "hook_reorder",
                "0.2",
                "hook_delay_ms",
                "2000");
    }

    private static boolean isDone() {
        var changes = SANDBOX.get("/-/sandbox/changes?items=false");
        return !changes.get("running").asBoolean() && changes.get("done").asLong() >= CHANGES;
    }

    private static void change() {
        SANDBOX.post(
                "/-/sandbox/changes",
                "count",
                "" + CHANGES,
                "seed",
                "7",
                "per_second",
                "400",
                "deletes",
                "2",
                "moves",
                "3",
                "links",
                "10",
                "closes",
                "10");
    }

    /** Some projects have lost more than a sweep believes by itself. */
    private void sweepAndBelieve() {
        ask("/v1/reading/sweep");
        await().atMost(PATIENCE).until(() -> sweepsDone() >= 1);
        ask("/v1/reading/sweep?confirm=all");
        await().atMost(PATIENCE).until(() -> sweepsDone() >= 2);
    }

    private void ask(String path) {
        web().post()
                .uri(path)
                .headers(headers -> headers.setBearerAuth("test-operator-token"))
                .exchange()
                .expectStatus()
                .isAccepted();
    }

    /** How many of the sweeps that were asked for here have come to their end. */
    private long sweepsDone() {
        return topics.all(Topics.CURSORS.name()).stream()
                .filter(record -> record.key().endsWith("/sweep/" + Sweep.ALL))
                .map(record -> decoder.decode(record.value()))
                .filter(cursor -> cursor.get("state").toString().equals("DONE"))
                .count();
    }

    private WebTestClient web() {
        return WebTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    private Map<String, GenericRecord> newest() {
        var items = new LinkedHashMap<String, GenericRecord>();
        topics.all(Topics.WORK_ITEMS.name())
                .forEach(record -> items.put(record.key(), decoder.decode(record.value())));
        return items;
    }

    private Map<String, Long> revisions() {
        var count = new LinkedHashMap<String, Long>();
        newest().forEach((item, newest) -> count.put(item, (Long) newest.get("revision")));
        return count;
    }
}
