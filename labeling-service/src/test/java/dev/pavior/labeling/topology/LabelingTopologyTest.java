package dev.pavior.labeling.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.Decision;
import dev.pavior.contract.v1.Edit;
import dev.pavior.contract.v1.EditOutcome;
import dev.pavior.contract.v1.EditResult;
import dev.pavior.contract.v1.Gone;
import dev.pavior.contract.v1.ItemKind;
import dev.pavior.contract.v1.ItemState;
import dev.pavior.contract.v1.Move;
import dev.pavior.contract.v1.WorkItem;
import dev.pavior.contract.v1.Workflow;
import dev.pavior.labeling.domain.Judge;
import dev.pavior.labeling.policy.PolicyFolder;
import dev.pavior.taxonomy.file.TaxonomyFile;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelingTopologyTest {

    private static final String ITEM = "gitlab.test/7/issue/1";
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final String CANDIDATE = "ProdSecEng Candidate";
    private static final String PENDING = "ProdSecEngMetric::Pending";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    @TempDir private Path stateDir;
    private TopologyTestDriver driver;
    private TestInputTopic<String, WorkItem> items;
    private TestInputTopic<String, EditResult> results;
    private TestOutputTopic<String, Decision> decisions;
    private TestOutputTopic<String, Edit> edits;
    private TestOutputTopic<String, Workflow> workflows;
    private long silentBelow;

    @BeforeEach
    void start() {
        driver = new TopologyTestDriver(topology(), config());
        items = in(Topics.WORK_ITEMS.name(), workItemSerde());
        results = in(Topics.EDIT_RESULTS.name(), resultSerde());
        decisions = out(Topics.DECISIONS.name(), decisionSerde());
        edits = out(Topics.EDITS.name(), editSerde());
        workflows = out(Topics.WORKFLOWS.name(), workflowSerde());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    private Properties config() {
        var config = new Properties();
        config.put("application.id", "test");
        config.put("bootstrap.servers", "none:1");
        config.put("state.dir", stateDir.toString());
        return config;
    }

    private Topology topology() {
        var charter = Path.of(System.getProperty("pavior.root"), "deploy/charter");
        var judge =
                new Judge(
                        TaxonomyFile.read(charter.resolve("taxonomy.yaml")),
                        PolicyFolder.read(charter.resolve("policies")));
        var builder = new StreamsBuilder();
        new LabelingTopology(judge, partition -> silentBelow, new Tally(meters))
                .build(
                        builder,
                        new LabelingTopology.TopicSerdes(
                                workItemSerde(),
                                resultSerde(),
                                decisionSerde(),
                                editSerde(),
                                workflowSerde()));
        return builder.build();
    }

    private void restartSilentBelow(long offset) {
        driver.close();
        silentBelow = offset;
        start();
    }

    private <T> TestInputTopic<String, T> in(String topic, Serde<T> serde) {
        return driver.createInputTopic(topic, new StringSerializer(), serde.serializer());
    }

    private <T> TestOutputTopic<String, T> out(String topic, Serde<T> serde) {
        return driver.createOutputTopic(topic, new StringDeserializer(), serde.deserializer());
    }

    private static WorkItem.Builder item(long revision, String... labels) {
        return WorkItem.newBuilder()
                .setItem(ITEM)
                .setHost("gitlab.test")
                .setProjectId(7L)
                .setKind(ItemKind.ISSUE)
                .setIid(1)
                .setRevision(revision)
                .setValidFrom(START.plusSeconds(60 * revision))
                .setObservedAt(START.plusSeconds(60 * revision))
                .setActorId(42L)
                .setState(ItemState.OPENED)
                .setLabels(List.of(labels))
                .setConfidential(false);
    }

    private void see(WorkItem.Builder item) {
        items.pipeInput(ITEM, item.build());
    }

    private void learn(Edit edit, EditOutcome outcome) {
        results.pipeInput(
                ITEM,
                EditResult.newBuilder()
                        .setId(edit.getId())
                        .setItem(ITEM)
                        .setPolicy(edit.getPolicy())
                        .setBasisRevision(edit.getBasisRevision())
                        .setOutcome(outcome)
                        .setAt(START)
                        .build());
    }

    @Test
    void asksForWhatACandidateLacks() {
        // When
        see(item(1, CANDIDATE, "bug"));

        // Then
        var edit = edits.readValue();
        assertThat(edit.getItem()).isEqualTo(ITEM);
        assertThat(edit.getPolicy()).isEqualTo("candidate-without-metric-label");
        assertThat(edit.getAddLabels()).containsExactly(PENDING);
        assertThat(edit.getBasisRevision()).isEqualTo(1);
        assertThat(edit.getBasisState()).isEqualTo(ItemState.OPENED);
        assertThat(edit.getBasisLabels()).containsExactly(CANDIDATE, "bug");
        assertThat(edit.getSince()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void saysWhyItDecidedSo() {
        // When
        see(item(1, CANDIDATE));

        // Then
        var match = decisions.readValue().getMatches().getFirst();
        assertThat(match.getPlace()).matches("policies/metric-labels\\.yaml:\\d+");
        assertThat(match.getEditId()).isEqualTo(edits.readValue().getId());
        assertThat(match.getConditions())
                .extracting(seen -> seen.getCondition() + " -> " + seen.getSaw())
                .containsExactly(
                        "state: opened -> opened",
                        "labels: [ProdSecEng Candidate] -> [ProdSecEng Candidate]",
                        "cel: item.metricLabels.size() == 0 -> metricLabels=[]");
    }

    @Test
    void namesRecordsAndTheDeliveryBehindThem() {
        // Given
        var headers = new RecordHeaders().add("delivery-id", "d-1".getBytes(UTF_8));

        // When
        items.pipeInput(new TestRecord<>(ITEM, item(1, CANDIDATE).build(), headers));

        // Then
        var edit = edits.readRecord();
        assertThat(header(edit, "delivery-id")).isEqualTo("d-1");
        assertThat(header(edit, "ce_type")).isEqualTo("dev.pavior.labeling.edits.v1");
        assertThat(header(edit, "ce_id")).isEqualTo(edit.value().getId() + "@1");
        assertThat(header(decisions.readRecord(), "ce_id")).isEqualTo(ITEM + "@1");
    }

    private static String header(TestRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    @Test
    void asksNothingOnTheEchoOfItsOwnEdit() {
        // Given
        see(item(1, CANDIDATE));
        learn(edits.readValue(), EditOutcome.APPLIED);

        // When
        see(item(2, CANDIDATE, PENDING));

        // Then
        assertThat(edits.isEmpty()).isTrue();
    }

    @Test
    void asksNothingOnAnEchoThatIsFasterThanTheResult() {
        // Given
        see(item(1, CANDIDATE));
        var edit = edits.readValue();

        // When
        see(item(2, CANDIDATE, PENDING));
        learn(edit, EditOutcome.APPLIED);

        // Then
        assertThat(edits.isEmpty()).isTrue();
    }

    @Test
    void leavesARemovedLabelOffUntilTheFactsChange() {
        // Given
        see(item(1, CANDIDATE));
        learn(edits.readValue(), EditOutcome.APPLIED);
        see(item(2, CANDIDATE, PENDING));

        // When
        see(item(3, CANDIDATE));
        see(item(4, CANDIDATE, "bug"));

        // Then
        assertThat(edits.isEmpty()).isTrue();
        see(item(5, CANDIDATE, "ProdSecEngMetrics::Pending"));
        see(item(6, CANDIDATE));
        assertThat(edits.isEmpty()).isTrue(); // Pending by another name is its own label too
        see(item(7, CANDIDATE, "ProdSecEngMetric::Internal"));
        see(item(8, CANDIDATE));
        assertThat(edits.readValuesToList().getLast().getAddLabels()).containsExactly(PENDING);
    }

    @Test
    void asksAgainAfterAResultThatIsNotFinal() {
        // Given
        see(item(1, CANDIDATE));
        var first = edits.readValue();
        learn(first, EditOutcome.SUPERSEDED);

        // When
        see(item(2, CANDIDATE, "bug"));

        // Then
        var again = edits.readValue();
        assertThat(again.getId()).isEqualTo(first.getId());
        assertThat(again.getBasisRevision()).isEqualTo(2);
        assertThat(again.getBasisLabels()).containsExactly(CANDIDATE, "bug");
    }

    @Test
    void doesNotAskAgainForWhatWasRefused() {
        // Given
        see(item(1, CANDIDATE));
        learn(edits.readValue(), EditOutcome.REFUSED);

        // When
        see(item(2, CANDIDATE, "bug"));

        // Then
        assertThat(edits.isEmpty()).isTrue();
    }

    @Test
    void publishesADecisionOnlyWhenItIsAnotherOne() {
        // Given
        see(item(1, CANDIDATE));

        // When
        see(item(2, CANDIDATE, "bug"));
        see(item(3, CANDIDATE, PENDING));

        // Then
        assertThat(decisions.readValuesToList())
                .extracting(Decision::getRevision)
                .containsExactly(1L, 3L);
    }

    @Test
    void takesNothingFromDuplicatesAndLateRevisions() {
        // Given
        see(item(2, "workflow::in dev"));
        workflows.readValue();

        // When
        see(item(2, CANDIDATE));
        see(item(1, CANDIDATE, "workflow::complete"));

        // Then
        assertThat(decisions.isEmpty() && edits.isEmpty() && workflows.isEmpty()).isTrue();
        assertThat(meters.counter("pavior.labeling.items", "outcome", "stale").count())
                .isEqualTo(2);
    }

    @Test
    void publishesTheWholeWorkflowWithEachMove() {
        // When
        see(item(1, "workflow::in dev"));
        see(item(2, "workflow::in dev", "bug"));
        see(item(3, "workflow::complete"));

        // Then
        var all = workflows.readValuesToList();
        assertThat(all).extracting(Workflow::getRevision).containsExactly(1L, 3L);
        assertThat(all.getLast().getState()).isEqualTo("complete");
        assertThat(all.getLast().getSince()).isEqualTo(START.plusSeconds(180));
        assertThat(all.getLast().getMoves())
                .extracting(Move::getTo)
                .containsExactly("in dev", "complete");
        assertThat(all.getLast().getMoves())
                .extracting(Move::getLegal)
                .containsExactly(true, false);
    }

    @Test
    void asksNothingOfAnItemThatIsGone() {
        // When
        see(item(1, CANDIDATE).setGone(new Gone(START, "deleted")));

        // Then
        assertThat(edits.isEmpty() && decisions.isEmpty()).isTrue();
    }

    @Test
    void staysSilentOverARebuildAndRemembersIt() {
        // Given
        restartSilentBelow(3);

        // When
        see(item(1, CANDIDATE, "workflow::in dev"));
        see(item(2, CANDIDATE, "workflow::in review"));
        see(item(3, CANDIDATE, "workflow::in review", "bug"));

        // Then
        assertThat(decisions.isEmpty() && edits.isEmpty() && workflows.isEmpty()).isTrue();
        see(item(4, CANDIDATE, "workflow::complete"));
        assertThat(edits.readValue().getSince()).isEqualTo(START.plusSeconds(60));
        assertThat(workflows.readValue().getMoves()).hasSize(3);
    }

    @Test
    void remembersHowFarARebuildIsSilent() {
        // Given
        restartSilentBelow(3);

        // When
        see(item(1, CANDIDATE));

        // Then
        var horizon = driver.<String, Long>getKeyValueStore(LabelingTopology.HORIZON);
        assertThat(horizon.get("silent-below")).isEqualTo(3);
    }

    @Test
    void remembersNoItemForTheResultOfARequest() {
        // Given
        var result =
                EditResult.newBuilder()
                        .setId("e")
                        .setItem("request-1")
                        .setPolicy("routes")
                        .setBasisRevision(0)
                        .setOutcome(EditOutcome.APPLIED)
                        .setAt(START)
                        .setRequestId("request-1");

        // When
        results.pipeInput("request-1", result.build());

        // Then
        assertThat(driver.getKeyValueStore(LabelingTopology.MEMORY).get("request-1")).isNull();
    }

    @Test
    void countsEachItemAndResultItTook() {
        // When
        see(item(1, CANDIDATE));
        learn(edits.readValue(), EditOutcome.APPLIED);
        see(item(1));
        see(item(2).setGone(new Gone(START, "deleted")));

        // Then
        var taken = meters.find("pavior.labeling.items").counters();
        assertThat(taken.stream().mapToDouble(counter -> counter.count()).sum()).isEqualTo(3);
        assertThat(meters.counter("pavior.labeling.results", "outcome", "applied").count())
                .isEqualTo(1);
    }

    @Test
    void isTheOneDeployed() throws IOException {
        // Given
        var expected = Path.of("src/test/resources/expected-topology.txt");

        // When
        var described = topology().describe().toString();

        // Then
        assertThat(described).isEqualTo(Files.readString(expected));
    }

    private static Serde<WorkItem> workItemSerde() {
        return Avro.serde(WorkItem.getEncoder(), WorkItem.getDecoder());
    }

    private static Serde<EditResult> resultSerde() {
        return Avro.serde(EditResult.getEncoder(), EditResult.getDecoder());
    }

    private static Serde<Decision> decisionSerde() {
        return Avro.serde(Decision.getEncoder(), Decision.getDecoder());
    }

    private static Serde<Edit> editSerde() {
        return Avro.serde(Edit.getEncoder(), Edit.getDecoder());
    }

    private static Serde<Workflow> workflowSerde() {
        return Avro.serde(Workflow.getEncoder(), Workflow.getDecoder());
    }
}
