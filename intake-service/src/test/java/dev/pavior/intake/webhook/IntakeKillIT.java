package dev.pavior.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pavior.contract.Service;
import dev.pavior.contract.Topics;
import dev.pavior.intake.RunningIntake;
import dev.pavior.intake.TopicReader;
import dev.pavior.local.process.Ports;
import dev.pavior.testkit.Cluster;
import dev.pavior.testkit.ConfluentDecoder;
import dev.pavior.testkit.JavaProcess;
import dev.pavior.testkit.RealKafka;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proof: what was answered well is there and counted, though the intake is killed twice. */
@RealKafka
class IntakeKillIT {

    private static final int DELIVERIES = 4000;
    private static final int SENDERS = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String ISSUE = Deliveries.read("issue.json");

    private final AtomicBoolean open = new AtomicBoolean(true);
    private final Cluster cluster;
    private final TopicReader topics;

    IntakeKillIT(Cluster cluster) {
        this.cluster = cluster;
        this.topics = new TopicReader(cluster.bootstrap());
    }

    @Test
    void losesNothingThatWasAnsweredAndCountsItThoughItIsKilledTwice(@TempDir Path folder)
            throws Exception {
        var port = Ports.free();
        var hook = URI.create("http://127.0.0.1:" + port + "/webhooks/gitlab");
        try (var service = service(port, folder);
                var senders = new Senders(SENDERS, hook, RunningIntake.TOKEN, open::get)) {
            // Given
            service.start().awaitReady();

            // When
            var began = System.nanoTime();
            var all = CompletableFuture.runAsync(() -> senders.post(DELIVERIES, this::body));
            killAfter(1000, senders, service);
            killAfter(2500, senders, service);
            all.get();
            print(senders, began);
            service.stop();

            // Then
            assertTopicsHoldAllThatWasAnswered(senders);
            assertSheetIsRight(senders);
        }
    }

    /** Of ten, eight are issues, one is nothing of ours, and one cannot be read. */
    private String body(int number) {
        return switch (number % 10) {
            case 0 -> "{\"object_kind\":\"push\"}";
            case 1 -> "{\"object_kind\":\"issue\",\"number\":" + number + "}";
            default -> ISSUE.replace("\"iid\": 23", "\"iid\": " + (number % 300 + 1));
        };
    }

    private void killAfter(int answered, Senders senders, JavaProcess service) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> senders.count(200) >= answered);
        long before = senders.count(Senders.NONE);
        service.kill();
        open.set(false);
        // A kill that finds nothing at hand proves nothing.
        await().atMost(PATIENCE).until(() -> senders.count(Senders.NONE) > before);
        service.start().awaitReady();
        open.set(true);
    }

    private void assertTopicsHoldAllThatWasAnswered(Senders senders) {
        var ids = records().map(record -> header(record, "delivery-id")).toList();
        var owed = new HashSet<>(senders.ids(200));
        owed.removeIf(id -> id.endsWith("0")); // what is ignored leaves no record
        owed.removeAll(Set.copyOf(ids));
        assertThat(owed).isEmpty();
    }

    private void assertSheetIsRight(Senders senders) {
        var sheet = sheet();
        var unanswered = senders.count(Senders.NONE);
        assertThat(sheet.get("restarts")).isEqualTo(2);
        var ended = Stream.of("published", "ignored", "parked", "refused", "unavailable");
        assertThat(ended.mapToLong(outcome -> count(sheet, outcome)).sum())
                .isEqualTo(sheet.get("receivedCount"));

        // What the broker acknowledged in the moment of a kill was kept and never answered.
        var good = Stream.of("published", "ignored", "parked").mapToLong(o -> count(sheet, o));
        assertThat(good.sum() - senders.count(200)).isBetween(0L, unanswered);

        var visits = records().map(record -> header(record, "intake-visit")).distinct().count();
        var kept = count(sheet, "published") + count(sheet, "parked");
        assertThat(visits - kept).isBetween(0L, unanswered + senders.count(503));
    }

    private Stream<ConsumerRecord<String, byte[]>> records() {
        return Stream.of(Topics.OBSERVATIONS, Topics.deadLetters(Service.INTAKE))
                .flatMap(topic -> topics.all(topic.name()).stream());
    }

    private GenericRecord sheet() {
        var last =
                topics.all(Topics.HEALTH.name()).stream()
                        .filter(record -> record.key().equals("balance/killed"))
                        .toList()
                        .getLast();
        var decoded = new ConfluentDecoder(cluster.registryUrl()).decode(last.value());
        return (GenericRecord) decoded.get("balance");
    }

    private static long count(GenericRecord sheet, String outcome) {
        return ((List<?>) sheet.get("lines"))
                .stream()
                        .map(GenericRecord.class::cast)
                        .filter(line -> line.get("outcome").toString().equals(outcome))
                        .mapToLong(line -> (Long) line.get("deliveryCount"))
                        .sum();
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private static void print(Senders senders, long began) {
        System.out.printf(
                "%d deliveries in %.1f s with two kills: %s%n",
                DELIVERIES,
                (System.nanoTime() - began) / 1e9,
                Stream.of(200, 503, Senders.NONE, Senders.UNSENT)
                        .map(status -> status + "=" + senders.count(status))
                        .collect(Collectors.joining(" ")));
    }

    private JavaProcess service(int port, Path folder) {
        var environment =
                Map.ofEntries(
                        Map.entry("PAVIOR_KAFKA_BOOTSTRAP", cluster.bootstrap()),
                        Map.entry("PAVIOR_REGISTRY_URL", cluster.registryUrl()),
                        Map.entry("PAVIOR_BIND", "127.0.0.1"),
                        Map.entry("PAVIOR_INSTANCE", "killed"),
                        Map.entry("PAVIOR_INTAKE_PORT", "" + port),
                        Map.entry("PAVIOR_INTAKE_MANAGEMENT_PORT", "" + Ports.free()),
                        Map.entry("PAVIOR_STATE_DIR", folder.resolve("state").toString()),
                        Map.entry(
                                "PAVIOR_ACCESS_FILE",
                                Path.of("src/test/resources/access.yaml")
                                        .toAbsolutePath()
                                        .toString()),
                        Map.entry(
                                "PAVIOR_CHARTER_DIR",
                                System.getProperty("pavior.root") + "/deploy/charter"),
                        Map.entry("PAVIOR_WEBHOOK_TOKEN", RunningIntake.TOKEN),
                        Map.entry("PAVIOR_WEBHOOK_HOST", "gitlab.example"));
        return JavaProcess.ofJar(
                JavaProcess.appOf("intake-service"),
                environment,
                URI.create("http://127.0.0.1:" + port + "/readyz"),
                folder.resolve("intake.log"));
    }
}
