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
        SANDBOX.post("/-/sandbox/changes", "count", "" + CHANGES, "seed", "7", "per_second", "400");
        await().atMost(PATIENCE).until(NothingLostIT::isDone);
        var struck = SANDBOX.get("/-/sandbox/faults").get("counts");
        SANDBOX.delete("/-/sandbox/faults");
        sweep();

        // Then
        var told = new Truth(SANDBOX);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(told.differences(newest())).isEmpty());
        var revisions = revisions();
        System.out.printf(
                "MEASURED %d changes of %d items, of the hooks %s; missing 0, wrong 0; %d revisions%n",
                told.changes().values().stream().mapToLong(Long::longValue).sum(),
                told.items(),
                struck,
                revisions.values().stream().mapToLong(Long::longValue).sum());
        assertThat(struck.get("hook_drop").asLong()).isPositive();
        assertThat(struck.get("hook_duplicate").asLong()).isPositive();
        assertThat(struck.get("hook_reorder").asLong()).isPositive();
        assertThat(revisions)
                .as("one revision for what was there, and at most one for each change")
                .allSatisfy(
                        (item, count) ->
                                assertThat(count)
                                        .isLessThanOrEqualTo(
                                                1 + told.changes().getOrDefault(item, 0L)));
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

    private void sweep() {
        WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .build()
                .post()
                .uri("/v1/reading/sweep")
                .headers(headers -> headers.setBearerAuth("test-operator-token"))
                .exchange()
                .expectStatus()
                .isAccepted();
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
