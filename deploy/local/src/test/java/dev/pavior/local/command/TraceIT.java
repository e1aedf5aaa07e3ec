package dev.pavior.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.contract.Service;
import dev.pavior.contract.Topic;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.CatalogEntry;
import dev.pavior.contract.v1.CatalogKind;
import dev.pavior.contract.v1.EditOutcome;
import dev.pavior.contract.v1.EditResult;
import dev.pavior.contract.v1.ItemKind;
import dev.pavior.contract.v1.ItemState;
import dev.pavior.contract.v1.Observation;
import dev.pavior.contract.v1.Origin;
import dev.pavior.contract.v1.Scorecard;
import dev.pavior.contract.v1.WorkItem;
import dev.pavior.local.LocalKafka;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The path of a delivery and of an item, against a real broker and registry. */
class TraceIT {

    private static final String ITEM = "traced.example/14/issue/23";
    private static final Instant START = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private static final LocalKafka KAFKA = LocalKafka.shared();

    private final OperatorRun operator = new OperatorRun(KAFKA);

    @BeforeAll
    static void letOneDeliveryFlow() {
        var door = headers("d-1", 3);
        door.put("ce_time", START.toString());
        door.put("intake-visit", "not numbered, so that nothing counts it");
        send(Topics.OBSERVATIONS, ITEM, observation(ITEM), door);
        send(Topics.WORK_ITEMS, ITEM, workItem(), headers("d-1", 20));
        send(Topics.EDIT_RESULTS, ITEM, result(), headers("d-1", 250));
        send(Topics.SCORECARDS, "closed/2026-01/all", scorecard(), headers("d-1", 300));
        // Others, of another item and of another delivery.
        send(
                Topics.OBSERVATIONS,
                "traced.example/14/issue/24",
                observation("x"),
                headers("d-2", 5));
        KAFKA.send(
                Topics.deadLetters(Service.METRICS).name(),
                ITEM,
                "secret title".getBytes(UTF_8),
                Map.of("delivery-id", "d-3", "kafka_dlt-exception-fqcn", "Boom"));
        send(Topics.CATALOG, "traced.example/path/g/p", path(), Map.of());
    }

    @Test
    void showsThePathOfADelivery() {
        // When
        int status = operator.run("trace", "d-1");
        // Then
        assertThat(status).isZero();
        assertThat(operator.out().lines().map(line -> line.replaceAll(" +", " ")))
                .filteredOn(line -> line.contains("d-1"))
                .hasSize(5)
                .satisfiesExactly(
                        line -> assertThat(line).endsWith("hook received d-1"),
                        line -> assertThat(line).contains(" 3 ms 3 ms intake.observations.v1["),
                        line ->
                                assertThat(line)
                                        .contains(" 20 ms 17 ms intake.work-items.v1[")
                                        .endsWith("revision 4: opened, confidential, labels [bug]"),
                        line ->
                                assertThat(line)
                                        .contains(" 250 ms 230 ms ")
                                        .contains("APPLIED [+bug]"),
                        line ->
                                assertThat(line)
                                        .contains(" 300 ms 50 ms metrics.scorecards.v1[0]@"));
        assertThat(operator.out())
                .contains("text of 12 bytes")
                .doesNotContain("secret title")
                .contains("Outcome: the item is at revision 4; last edit APPLIED [+bug]");
    }

    @Test
    void showsTheStoryOfAnItemWithItsLettersAndNumbers() {
        // When
        operator.run("trace", ITEM);
        // Then
        var byKey = operator.out();
        assertThat(byKey)
                .contains("d-1", "metrics.dlt[0]@", "parked: Boom", "metrics.scorecards.v1")
                .doesNotContain("d-2", "secret title");
        operator.run("trace", "https://traced.example/g/p/-/issues/23");
        assertThat(operator.out()).isEqualTo(byKey);
        operator.run("trace", ITEM, "--confidential", "--json");
        assertThat(operator.out())
                .contains("secret title", "\"afterMillis\" : 250", "\"delivery\" : \"d-1\"");
    }

    @Test
    void saysWhatItCannotKnow() {
        // When
        int unknown = operator.run("trace", "no-such-delivery");
        // Then
        assertThat(unknown).isEqualTo(1);
        assertThat(operator.out()).contains("Nothing is known of it.");
        assertThat(operator.run("trace", "https://traced.example/g/other/-/issues/1")).isEqualTo(1);
        assertThat(operator.err())
                .hasLineCount(1)
                .startsWith("pavior: the catalogue does not know g/other yet");
    }

    private static void send(
            Topic topic, String key, SpecificRecord value, Map<String, String> headers) {
        KAFKA.send(topic.name(), key, KAFKA.encoded(topic, value), headers);
    }

    private static Map<String, String> headers(String delivery, int afterMillis) {
        return new TreeMap<>(
                Map.of(
                        "delivery-id",
                        delivery,
                        "written-at",
                        START.plusMillis(afterMillis).toString()));
    }

    private static Observation observation(String item) {
        return Observation.newBuilder()
                .setItem(item)
                .setHost("traced.example")
                .setProjectId(14L)
                .setKind(ItemKind.ISSUE)
                .setIid(23)
                .setOrigin(Origin.HOOK)
                .setSource("default")
                .setAction("open")
                .setSeenAt(START)
                .setSeen(List.of("title"))
                .setTitle("secret title")
                .build();
    }

    private static WorkItem workItem() {
        return WorkItem.newBuilder()
                .setItem(ITEM)
                .setHost("traced.example")
                .setProjectId(14L)
                .setKind(ItemKind.ISSUE)
                .setIid(23)
                .setRevision(4)
                .setValidFrom(START)
                .setObservedAt(START)
                .setState(ItemState.OPENED)
                .setLabels(List.of("bug"))
                .setConfidential(true)
                .build();
    }

    private static EditResult result() {
        return EditResult.newBuilder()
                .setId("e")
                .setItem(ITEM)
                .setPolicy("p")
                .setBasisRevision(4)
                .setOutcome(EditOutcome.APPLIED)
                .setAddedLabels(List.of("bug"))
                .setRemovedLabels(List.of())
                .setAt(START)
                .build();
    }

    private static Scorecard scorecard() {
        return Scorecard.newBuilder()
                .setKpi("closed")
                .setDefinitionVersion(1)
                .setPeriod("2026-01")
                .setSlice("all")
                .setNumerator(1)
                .setChangedBy(ITEM)
                .build();
    }

    private static CatalogEntry path() {
        return CatalogEntry.newBuilder()
                .setEntry("traced.example/path/g/p")
                .setHost("traced.example")
                .setKind(CatalogKind.PATH)
                .setEntryId(14L)
                .setSeenAt(START)
                .build();
    }
}
