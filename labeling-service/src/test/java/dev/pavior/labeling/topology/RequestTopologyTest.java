package dev.pavior.labeling.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.Edit;
import dev.pavior.contract.v1.EditOutcome;
import dev.pavior.contract.v1.EditResult;
import dev.pavior.contract.v1.RequestKind;
import dev.pavior.contract.v1.WorkRequest;
import dev.pavior.labeling.domain.RequestRouter;
import dev.pavior.labeling.requests.TemplateFolder;
import dev.pavior.taxonomy.file.RoutesFile;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
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
import org.junit.jupiter.api.Test;

class RequestTopologyTest {

    private static final String ID = "5f0c";
    private static final Instant AT = Instant.parse("2026-05-04T10:00:00Z");
    private static final Serde<WorkRequest> REQUESTS =
            Avro.serde(WorkRequest.getEncoder(), WorkRequest.getDecoder());
    private static final Serde<Edit> EDITS = Avro.serde(Edit.getEncoder(), Edit.getDecoder());
    private static final Serde<EditResult> RESULTS =
            Avro.serde(EditResult.getEncoder(), EditResult.getDecoder());

    private final Topology topology = topology();
    private final TopologyTestDriver driver = new TopologyTestDriver(topology, config());
    private final TestInputTopic<String, WorkRequest> requests =
            driver.createInputTopic(
                    Topics.REQUESTS.name(), new StringSerializer(), REQUESTS.serializer());
    private final TestOutputTopic<String, Edit> edits = out(Topics.EDITS.name(), EDITS);
    private final TestOutputTopic<String, EditResult> results =
            out(Topics.EDIT_RESULTS.name(), RESULTS);

    @AfterEach
    void stop() {
        driver.close();
    }

    private static Topology topology() {
        var charter = Path.of(System.getProperty("pavior.root"), "deploy/charter");
        var router =
                new RequestRouter(
                        RoutesFile.read(charter.resolve("routes.yaml")),
                        TemplateFolder.read(charter.resolve("requests")));
        var builder = new StreamsBuilder();
        new RequestTopology(router, "gitlab.test", new Tally(new SimpleMeterRegistry()))
                .build(builder, new RequestTopology.TopicSerdes(REQUESTS, EDITS, RESULTS));
        return builder.build();
    }

    private static Properties config() {
        var config = new Properties();
        config.put("application.id", "test");
        config.put("bootstrap.servers", "none:1");
        return config;
    }

    private <T> TestOutputTopic<String, T> out(String topic, Serde<T> serde) {
        return driver.createOutputTopic(topic, new StringDeserializer(), serde.deserializer());
    }

    private static WorkRequest request(String area) {
        return WorkRequest.newBuilder()
                .setId(ID)
                .setKind(RequestKind.CROSS_FUNCTIONAL)
                .setSubmittedAt(AT)
                .setRequesterId(7)
                .setRequester("ada")
                .setTitle("Scan tokens")
                .setFields(Map.of("need", "a scanner"))
                .setArea(area)
                .setConfidential(true)
                .setEmergency(false)
                .build();
    }

    @Test
    void asksForAnIssueAndSaysThatItDid() {
        // When
        requests.pipeInput(ID, request("security-features"));

        // Then
        var edit = edits.readRecord();
        assertThat(edit.key()).isEqualTo(ID);
        assertThat(edit.value().getItem()).isEqualTo(ID);
        assertThat(edit.value().getRequestId()).isEqualTo(ID);
        assertThat(edit.value().getPolicySet()).isEqualTo("routes/2026-02-01");
        assertThat(edit.value().getAddLabels()).contains("ProdSecEng Candidate");
        var issue = edit.value().getNewIssue();
        assertThat(issue.getHost()).isEqualTo("gitlab.test");
        assertThat(issue.getProjectId()).isEqualTo(3);
        assertThat(issue.getConfidential()).isTrue();
        assertThat(issue.getDescription()).contains("> a scanner");
        var result = results.readValue();
        assertThat(result.getOutcome()).isEqualTo(EditOutcome.ROUTED);
        assertThat(result.getId()).isEqualTo(edit.value().getId()).hasSize(32);
        assertThat(result.getReferredTo()).isNull();
    }

    @Test
    void saysWhomToAskInstead() {
        // When
        requests.pipeInput(ID, request("vulnerability-disclosure"));

        // Then
        assertThat(edits.isEmpty()).isTrue();
        var result = results.readRecord();
        assertThat(result.key()).isEqualTo(ID);
        assertThat(result.value().getOutcome()).isEqualTo(EditOutcome.REDIRECTED);
        assertThat(result.value().getReferredTo()).isEqualTo("PSIRT");
        assertThat(result.value().getReason()).contains("out of scope", "PSIRT");
    }

    @Test
    void makesTheSameEditOfARequestThatComesAgain() {
        // When
        requests.pipeInput(ID, request("security-features"));
        requests.pipeInput(ID, request("documentation"));

        // Then
        assertThat(edits.readValue().getId()).isEqualTo(edits.readValue().getId());
    }

    @Test
    void namesRecordsAndTheDeliveryBehindThem() {
        // Given
        var headers = new RecordHeaders().add("delivery-id", "d-1".getBytes(UTF_8));

        // When
        requests.pipeInput(new TestRecord<>(ID, request(null), headers));

        // Then
        var edit = edits.readRecord();
        assertThat(header(edit, "delivery-id")).isEqualTo("d-1");
        assertThat(header(edit, "ce_id")).isEqualTo(edit.value().getId() + "@0");
        assertThat(header(results.readRecord(), "ce_type"))
                .isEqualTo("dev.pavior.labeling.edit-results.v1");
    }

    private static String header(TestRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    @Test
    void keepsItsShape() throws IOException {
        try (var expected = getClass().getResourceAsStream("/expected-request-topology.txt")) {
            assertThat(topology.describe()).hasToString(new String(expected.readAllBytes(), UTF_8));
        }
    }
}
