package dev.pavior.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.contract.Topic.Cleanup;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TopicsTest {

    /** Fields that carry text a person wrote. */
    private static final Set<String> TEXT = Set.of("title", "description", "text", "body", "note");

    static Stream<Topic> all() {
        return Topics.all().stream();
    }

    static Stream<Topic> withSchema() {
        return all().filter(topic -> topic.schema().isPresent());
    }

    static Stream<Topic> deadLetters() {
        return Arrays.stream(Service.values()).map(Topics::deadLetters);
    }

    @Test
    void listsEachTopicOnce() {
        assertThat(Topics.all()).extracting(Topic::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("withSchema")
    void namesATopicByItsWriterItsFactsAndItsMajorVersion(Topic topic) {
        // Given
        var version = lastSegment(topic.schema().orElseThrow().getNamespace());

        // When
        var name = topic.name();

        // Then
        assertThat(name)
                .matches(topic.writer().word() + "\\.[a-z]+(-[a-z]+)*s\\." + version)
                .hasSizeLessThanOrEqualTo(249);
        assertThat(topic.subject()).isEqualTo(name + "-value");
    }

    @Test
    void givesEveryTopicOfOneKeyTheSamePartitions() {
        // When
        var joined = all().filter(topic -> Set.of("item", "handoff").contains(topic.key()));

        // Then
        assertThat(joined).isNotEmpty().allMatch(t -> t.partitions() == Topics.ITEM_PARTITIONS);
    }

    @ParameterizedTest
    @MethodSource("withSchema")
    void restrictsEveryTopicThatHoldsText(Topic topic) {
        if (holdsText(topic.schema().orElseThrow())) {
            assertThat(topic.restricted()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void keepsForEverOnlyWhatEveryReaderMaySee(Topic topic) {
        if (topic.cleanup() instanceof Cleanup.KeptForEver) {
            assertThat(topic.restricted()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void givesEachServiceOneDeadLetterTopic(Service service) {
        // When
        var topic = Topics.deadLetters(service);

        // Then
        assertThat(Topics.all()).contains(topic);
        assertThat(topic.name()).isEqualTo(service.word() + ".dlt");
        assertThat(topic.writer()).isEqualTo(service);
        assertThat(topic.restricted()).isTrue();
        assertThat(topic.schema()).isEmpty();
    }

    @Test
    void tellsSchemasApartFromRawBytes() {
        // When
        var raw = all().filter(topic -> topic.schema().isEmpty());

        // Then
        assertThat(raw).containsExactlyElementsOf(deadLetters().toList());
    }

    @Test
    void givesEachServiceWhatItReadsAndWrites() {
        // When
        var topics = Topics.of(Service.HANDOFF);

        // Then
        assertThat(topics)
                .extracting(Topic::name)
                .containsExactly(
                        "intake.work-items.v1",
                        "labeling.workflows.v1",
                        "labeling.edit-results.v1",
                        "handoff.handoffs.v1",
                        "handoff.dlt");
    }

    @Test
    void compactsWhatIsAPresentState() {
        // When
        var compacted = all().filter(topic -> topic.cleanup() instanceof Cleanup.Compacted);

        // Then
        assertThat(compacted)
                .containsExactly(Topics.WORKFLOWS, Topics.SCORECARDS, Topics.HANDOFFS)
                .allMatch(topic -> topic.config().get("cleanup.policy").equals("compact"));
    }

    @Test
    void saysForEverInTheBrokersWords() {
        // When
        var config = Topics.WORK_ITEMS.config();

        // Then
        assertThat(config)
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "-1");
    }

    @Test
    void saysDaysInTheBrokersWords() {
        // When
        var config = Topics.OBSERVATIONS.config();

        // Then
        assertThat(config).containsEntry("retention.ms", "2592000000");
    }

    private static boolean holdsText(Schema schema) {
        return schema.getFields().stream().anyMatch(field -> TEXT.contains(field.name()));
    }

    private static String lastSegment(String namespace) {
        return List.of(namespace.split("\\.")).getLast();
    }
}
