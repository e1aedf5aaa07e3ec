package dev.pavior.system;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pavior.contract.Service;
import dev.pavior.contract.Topics;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operators' own tools on the running demo: kafka-topics and kafka-consumer-groups. */
@ExtendWith(RunningDemo.class)
class StockToolsIT {

    private static final String TOPICS = "org.apache.kafka.tools.TopicCommand";
    private static final String GROUPS =
            "org.apache.kafka.tools.consumer.group.ConsumerGroupCommand";

    @Test
    void listTheTopicsAndNothingUnknown(Demo demo) {
        // When
        var listed = tool(demo, TOPICS, "--list");

        // Then
        assertThat(
                        listed.lines()
                                .filter(name -> !name.startsWith("pavior."))
                                .filter(name -> !name.startsWith("__")))
                .containsExactlyInAnyOrderElementsOf(
                        Topics.all().stream().map(dev.pavior.contract.Topic::name).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "labeling", "metrics", "handoff"})
    void describeTheGroupOfEachService(String service, Demo demo) {
        // When
        var described = tool(demo, GROUPS, "--describe", "--group", "pavior." + service);

        // Then
        var source =
                Service.valueOf(service.toUpperCase(Locale.ROOT)) == Service.INTAKE
                        ? Topics.OBSERVATIONS.name()
                        : Topics.WORK_ITEMS.name();
        assertThat(described).contains(source, "CURRENT-OFFSET", "LAG");
    }

    @Test
    void resetTheGroupOfAStoppedServiceWithoutChangingANumber(Demo demo) {
        // Given
        var before = finishedMonths(demo);
        demo.stop("metrics");

        // When
        var reset = new AtomicReference<String>();
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptionsMatching(AssertionError.class::isInstance)
                .untilAsserted(() -> reset.set(resetToEarliest(demo, "pavior.metrics")));

        // Then
        assertThat(reset.get().lines().filter(line -> line.contains(Topics.WORK_ITEMS.name())))
                .hasSize(Topics.ITEM_PARTITIONS)
                .allSatisfy(line -> assertThat(line.trim()).endsWith(" 0"));
        demo.restart();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(lags(demo, "pavior.metrics")).containsOnly("0"));
        assertThat(finishedMonths(demo)).isEqualTo(before);
    }

    /** How far the group is behind on each partition of the work items. */
    private static List<String> lags(Demo demo, String group) {
        // GROUP TOPIC PARTITION CURRENT-OFFSET LOG-END-OFFSET LAG ...
        return tool(demo, GROUPS, "--describe", "--group", group)
                .lines()
                .map(line -> line.trim().split("\\s+"))
                .filter(words -> words.length > 5 && words[1].equals(Topics.WORK_ITEMS.name()))
                .map(words -> words[5])
                .toList();
    }

    private static String resetToEarliest(Demo demo, String group) {
        var told =
                tool(
                        demo,
                        GROUPS,
                        "--reset-offsets",
                        "--to-earliest",
                        "--execute",
                        "--group",
                        group,
                        "--topic",
                        Topics.WORK_ITEMS.name());
        assertThat(told).doesNotContain("Error");
        return told;
    }

    /** The numbers of the months that the demo's ongoing life no longer touches. */
    private static Map<String, Long> finishedMonths(Demo demo) {
        var months = new TreeMap<String, Long>();
        Api.service(demo, "PAVIOR_METRICS_URL")
                .get("/v1/kpis/requirements-delivered?to=" + YearMonth.now(UTC).minusMonths(1))
                .findParents("numerator")
                .forEach(
                        point ->
                                months.put(
                                        point.get("month").asString(),
                                        point.get("numerator").asLong()));
        assertThat(months.values()).anyMatch(count -> count > 0);
        return months;
    }

    private static String tool(Demo demo, String main, String... arguments) {
        var line =
                new ArrayList<>(
                        List.of(
                                System.getProperty("java.home") + "/bin/java",
                                "-cp",
                                System.getProperty("java.class.path"),
                                main,
                                "--bootstrap-server",
                                demo.env("PAVIOR_KAFKA_BOOTSTRAP")));
        line.addAll(List.of(arguments));
        var outcome = Demo.run(line);
        assertThat(outcome.status()).as(outcome.output()).isZero();
        return outcome.output()
                .lines()
                .filter(said -> !said.startsWith("SLF4J"))
                .collect(Collectors.joining("\n"));
    }
}
