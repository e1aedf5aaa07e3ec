package dev.pavior.intake.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.chassis.kafka.EventHeaders;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.ItemKind;
import dev.pavior.contract.v1.ItemState;
import dev.pavior.contract.v1.Observation;
import dev.pavior.contract.v1.Origin;
import dev.pavior.contract.v1.WorkItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssemblerTopologyTest {

    private static final String ITEM = "gitlab.example/7/merge_request/3";
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123Z");

    @TempDir private Path stateDir;
    private TopologyTestDriver driver;
    private TestInputTopic<String, Observation> observations;
    private TestOutputTopic<String, WorkItem> workItems;

    @BeforeEach
    void start() {
        driver = new TopologyTestDriver(topology(), config());
        observations =
                driver.createInputTopic(
                        Topics.OBSERVATIONS.name(),
                        new StringSerializer(),
                        observationSerde().serializer());
        workItems =
                driver.createOutputTopic(
                        Topics.WORK_ITEMS.name(),
                        new StringDeserializer(),
                        workItemSerde().deserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void publishesTheWholeStateOfANewItem() {
        // Given
        var seen = opened(NOON);

        // When
        observations.pipeInput(ITEM, seen);

        // Then
        var item = workItems.readValue();
        assertThat(item.getItem()).isEqualTo(ITEM);
        assertThat(item.getProjectId()).isEqualTo(7L);
        assertThat(item.getKind()).isEqualTo(ItemKind.MERGE_REQUEST);
        assertThat(item.getRevision()).isEqualTo(1);
        assertThat(item.getValidFrom()).isEqualTo(NOON);
        assertThat(item.getObservedAt()).isEqualTo(NOON.plusSeconds(2));
        assertThat(item.getState()).isEqualTo(ItemState.OPENED);
        assertThat(item.getLabels()).containsExactly("bug", "group::code review");
        assertThat(item.getAssigneeIds()).containsExactly(4L, 5L);
        assertThat(item.getConfidential()).isFalse();
        assertThat(item.getDraft()).isTrue();
        assertThat(item.getCreatedAt()).isEqualTo(NOON.minusSeconds(60));
        assertThat(item.getCriteriaDone()).isEqualTo(1);
        assertThat(item.getCriteriaTotal()).isEqualTo(2);
        assertThat(item.getTextDigest()).hasSize(64);
        assertThat(item.getActorId()).isEqualTo(9L);
        assertThat(item.getAction()).isEqualTo("open");
    }

    @Test
    void publishesNothingForTheNameOfABranch() {
        // Given
        observations.pipeInput(ITEM, opened(NOON));
        observations.pipeInput(
                ITEM,
                Observation.newBuilder(opened(NOON.plusSeconds(9)))
                        .setCreatedAt(NOON.minusSeconds(60))
                        .setTargetBranch("the-customer-who-leaked-a-key")
                        .build());

        // When
        var published = workItems.readValuesToList();

        // Then
        assertThat(published).hasSize(1);
    }

    @Test
    void publishesNothingForARepetition() {
        // Given
        observations.pipeInput(ITEM, opened(NOON));
        observations.pipeInput(
                ITEM, Observation.newBuilder(opened(NOON)).setDeliveryId("x").build());

        // When
        var published = workItems.readValuesToList();

        // Then
        assertThat(published).hasSize(1);
    }

    @Test
    void remembersEveryFieldOverSightsThatDoNotShowIt() {
        // Given
        observations.pipeInput(ITEM, opened(NOON));
        var before = workItems.readValue();

        // When
        observations.pipeInput(ITEM, merged(NOON.plusSeconds(60)));

        // Then
        var after = workItems.readValue();
        assertThat(after)
                .isEqualTo(
                        WorkItem.newBuilder(before)
                                .setRevision(2)
                                .setValidFrom(NOON.plusSeconds(60))
                                .setObservedAt(NOON.plusSeconds(62))
                                .setState(ItemState.MERGED)
                                .setMergedAt(NOON.plusSeconds(60))
                                .setAction("merge")
                                .build());
    }

    @Test
    void carriesTheDeliveryAndNamesTheRevisionInItsHeaders() {
        // Given
        var headers = new RecordHeaders();
        EventHeaders.set(headers, EventHeaders.DELIVERY_ID, "d-1");
        EventHeaders.stamp(headers, Topics.OBSERVATIONS, "d-1", "https://gitlab.example", NOON);

        // When
        observations.pipeInput(new TestRecord<>(ITEM, opened(NOON), headers, NOON));

        // Then
        var published = workItems.readRecord().headers();
        assertThat(EventHeaders.get(published, EventHeaders.DELIVERY_ID)).contains("d-1");
        assertThat(EventHeaders.get(published, "ce_id")).contains(ITEM + "#1");
        assertThat(EventHeaders.get(published, "ce_type"))
                .contains("dev.pavior.intake.work-items.v1");
    }

    @Test
    void isTheTopologyThatIsDeployed() throws IOException {
        // Given
        var pinned = Path.of("src/test/resources/expected-topology.txt");

        // When
        var description = topology().describe().toString();

        // Then
        assertThat(description).isEqualTo(Files.readString(pinned));
    }

    private static Observation opened(Instant at) {
        return sight(at)
                .setAction("open")
                .setSeen(
                        List.of(
                                "state",
                                "title",
                                "description",
                                "labels",
                                "confidential",
                                "draft",
                                "authorId",
                                "assigneeIds",
                                "createdAt",
                                "targetBranch"))
                .setState(ItemState.OPENED)
                .setTitle("Add a check")
                .setDescription("- [x] one\n- [ ] two")
                .setLabels(List.of("bug", "group::code review"))
                .setConfidential(false)
                .setDraft(true)
                .setAuthorId(9L)
                .setAssigneeIds(List.of(4L, 5L))
                .setCreatedAt(at.minusSeconds(60))
                .setTargetBranch("main")
                .build();
    }

    private static Observation merged(Instant at) {
        return sight(at)
                .setAction("merge")
                .setSeen(List.of("state"))
                .setState(ItemState.MERGED)
                .build();
    }

    private static Observation.Builder sight(Instant at) {
        return Observation.newBuilder()
                .setItem(ITEM)
                .setHost("gitlab.example")
                .setProjectId(7L)
                .setKind(ItemKind.MERGE_REQUEST)
                .setIid(3)
                .setGlobalId(333L)
                .setOrigin(Origin.HOOK)
                .setSource("default")
                .setDeliveryId("d-" + at)
                .setActorId(9L)
                .setValidAt(at)
                .setSeenAt(at.plusSeconds(2));
    }

    private static Topology topology() {
        var builder = new StreamsBuilder();
        new AssemblerTopology(observationSerde(), workItemSerde()).build(builder);
        return builder.build();
    }

    private Properties config() {
        var config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        config.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        return config;
    }

    private static Serde<Observation> observationSerde() {
        return serde(Observation.getEncoder(), Observation.getDecoder());
    }

    private static Serde<WorkItem> workItemSerde() {
        return serde(WorkItem.getEncoder(), WorkItem.getDecoder());
    }

    private static <T> Serde<T> serde(
            BinaryMessageEncoder<T> encoder, BinaryMessageDecoder<T> decoder) {
        return Serdes.serdeFrom(
                (topic, value) -> encode(encoder, value), (topic, bytes) -> decode(decoder, bytes));
    }

    private static <T> byte[] encode(BinaryMessageEncoder<T> encoder, T value) {
        try {
            var buffer = encoder.encode(value);
            var bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static <T> T decode(BinaryMessageDecoder<T> decoder, byte[] bytes) {
        try {
            return decoder.decode(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
