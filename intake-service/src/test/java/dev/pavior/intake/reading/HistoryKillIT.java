package dev.pavior.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pavior.contract.ItemKey;
import dev.pavior.contract.Topics;
import dev.pavior.intake.TopicReader;
import dev.pavior.testkit.Cluster;
import dev.pavior.testkit.ConfluentDecoder;
import dev.pavior.testkit.RealKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as its jar, killed while it reads histories, alone or as one of two. */
@RealKafka
class HistoryKillIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int ISSUES = 230;

    @TempDir private Path folder;

    @Test
    void leavesReadingToAnotherWhenItIsKilled(Cluster cluster) throws Exception {
        // Given
        var topics = new TopicReader(cluster.bootstrap());
        try (var sandbox = new Sandbox();
                var first = new ReadingService(cluster, sandbox, folder.resolve("a"), 9_000, "a");
                var second =
                        new ReadingService(cluster, sandbox, folder.resolve("b"), 9_000, "b")) {
            var issues = IntStream.range(0, ISSUES).mapToObj(i -> changed(sandbox, i)).toList();
            first.start();
            await().atMost(PATIENCE).until(() -> first.reading().contains("\"owner\":true"));
            second.start();
            first.readHistories();
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> histories(sandbox, topics).size() >= 20);
            var waiting = second.reading();

            // When
            first.kill();

            // Then
            assertThat(waiting).contains("\"owner\":false");
            await().atMost(PATIENCE).until(() -> second.reading().contains("\"owner\":true"));
            await().atMost(PATIENCE).until(() -> second.reading().contains("\"percent\":100.0"));
            assertThat(histories(sandbox, topics))
                    .extracting(ConsumerRecord::key)
                    .containsAll(issues.stream().map(ItemKey::toString).toList());
        }
    }

    private static List<ConsumerRecord<String, byte[]>> histories(
            Sandbox sandbox, TopicReader topics) {
        return topics.all(Topics.HISTORIES.name()).stream()
                .filter(record -> record.key().startsWith(sandbox.host() + "/"))
                .toList();
    }

    @Test
    void goesOnWhereItWasKilled(Cluster cluster) throws Exception {
        // Given
        var topics = new TopicReader(cluster.bootstrap());
        try (var sandbox = new Sandbox();
                var service = new ReadingService(cluster, sandbox, folder, 9_000)) {
            var issues = IntStream.range(0, ISSUES).mapToObj(i -> changed(sandbox, i)).toList();
            service.start();
            service.readHistories();

            // When
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> histories(sandbox, topics).size() >= 100);
            service.kill();
            service.start();

            // Then
            await().atMost(PATIENCE).until(() -> service.reading().contains("\"percent\":100.0"));
            var records = histories(sandbox, topics);
            assertThat(records.size())
                    .as("a page read twice at most")
                    .isBetween(ISSUES, ISSUES + 100);
            var decoder = new ConfluentDecoder(cluster.registryUrl());
            var newest = new TreeMap<String, List<?>>();
            records.forEach(
                    record ->
                            newest.put(
                                    record.key(),
                                    (List<?>) decoder.decode(record.value()).get("events")));
            assertThat(newest.keySet())
                    .containsAll(issues.stream().map(ItemKey::toString).toList());
            assertThat(newest.values()).allSatisfy(events -> assertThat(events).hasSize(2));
            assertThat(service.reading())
                    .contains("\"done\":" + ISSUES)
                    .contains("\"total\":" + ISSUES);
        }
    }

    private static ItemKey changed(Sandbox sandbox, int number) {
        var issue = sandbox.issue(1 + number % 2, "Issue " + number, "bug");
        sandbox.put(Sandbox.pathOf(issue), "state_event", "close");
        return issue;
    }
}
