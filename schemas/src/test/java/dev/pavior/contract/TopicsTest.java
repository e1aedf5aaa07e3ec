package dev.pavior.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.contract.Topic.Cleanup;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TopicsTest {

    /**
     * The strings that every reader may see: ids, digests, labels and words of closed vocabularies,
     * never text that people wrote about an item, but for the titles of items that anyone may see,
     * which have a compacted topic of their own. A string that is not here needs a thought first.
     */
    private static final Set<String> HARMLESS =
            Set.of(
                    "intake.cursors.v1/position",
                    "intake.cursors.v1/reason",
                    "intake.cursors.v1/scope",
                    "intake.cursors.v1/source",
                    "intake.health.v1/balance/lines/outcome",
                    "intake.health.v1/balance/lines/reason",
                    "intake.health.v1/balance/lines/source",
                    "intake.health.v1/hook/alertStatus",
                    "intake.health.v1/hook/container",
                    "intake.health.v1/hook/lastAction",
                    "intake.health.v1/hook/missingEvents",
                    "intake.health.v1/hook/source",
                    "intake.health.v1/part",
                    "intake.histories.v1/events/label",
                    "intake.histories.v1/events/state",
                    "intake.histories.v1/item",
                    "intake.histories.v1/missing",
                    "intake.titles.v1/item",
                    "intake.titles.v1/title",
                    "intake.work-items.v1/action",
                    "intake.work-items.v1/closes",
                    "intake.work-items.v1/gone/reason",
                    "intake.work-items.v1/healthStatus",
                    "intake.work-items.v1/host",
                    "intake.work-items.v1/item",
                    "intake.work-items.v1/labels",
                    "intake.work-items.v1/links/item",
                    "intake.work-items.v1/links/type",
                    "intake.work-items.v1/mentions",
                    "intake.work-items.v1/movedFrom",
                    "intake.work-items.v1/movedTo",
                    "intake.work-items.v1/parent",
                    "intake.work-items.v1/status",
                    "intake.work-items.v1/textDigest",
                    "intake.work-items.v1/type",
                    "labeling.decisions.v1/item",
                    "labeling.decisions.v1/matches/addLabels",
                    "labeling.decisions.v1/matches/conditions/condition",
                    "labeling.decisions.v1/matches/conditions/saw",
                    "labeling.decisions.v1/matches/editId",
                    "labeling.decisions.v1/matches/place",
                    "labeling.decisions.v1/matches/policy",
                    "labeling.decisions.v1/matches/removeLabels",
                    "labeling.decisions.v1/policySet",
                    "labeling.edit-results.v1/addedLabels",
                    "labeling.edit-results.v1/createdItem",
                    "labeling.edit-results.v1/id",
                    "labeling.edit-results.v1/item",
                    "labeling.edit-results.v1/policy",
                    "labeling.edit-results.v1/reason",
                    "labeling.edit-results.v1/referredTo",
                    "labeling.edit-results.v1/removedLabels",
                    "labeling.edit-results.v1/requestId",
                    "labeling.workflows.v1/item",
                    "labeling.workflows.v1/moves/from",
                    "labeling.workflows.v1/moves/source",
                    "labeling.workflows.v1/moves/to",
                    "labeling.workflows.v1/state",
                    "metrics.scorecards.v1/changedBy",
                    "metrics.scorecards.v1/kpi",
                    "metrics.scorecards.v1/period",
                    "metrics.scorecards.v1/slice",
                    "handoff.handoffs.v1/groupLabels",
                    "handoff.handoffs.v1/id",
                    "handoff.handoffs.v1/item",
                    "handoff.handoffs.v1/reason",
                    "handoff.handoffs.v1/team");

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
                .matches(
                        topic.writer().word()
                                + "\\.([a-z]+-)*([a-z]+s|catalog|health)\\."
                                + version)
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

    @Test
    void showsEveryReaderOnlyStringsThatAreKnownToBeHarmless() {
        // Given
        var open = withSchema().filter(topic -> !topic.restricted());

        // When
        var strings = open.flatMap(topic -> strings(topic.name(), topic.schema().orElseThrow()));

        // Then
        assertThat(strings).containsExactlyInAnyOrderElementsOf(HARMLESS);
    }

    @Test
    void findsTheTextOfARestrictedTopic() {
        // When
        var strings = strings("seen", Topics.OBSERVATIONS.schema().orElseThrow());

        // Then
        assertThat(strings).contains("seen/title", "seen/description", "seen/targetBranch");
    }

    @Test
    void findsStringsHoweverDeepTheyLie() {
        // Given
        var schema =
                new Schema.Parser()
                        .parse(
                                """
                                {"type": "record", "name": "A", "fields": [
                                  {"name": "many", "type": {"type": "map", "values": ["null",
                                    {"type": "array", "items": {"type": "record", "name": "B",
                                      "fields": [{"name": "raw", "type": "bytes"},
                                        {"name": "again", "type": ["null", "A"]}]}}]}},
                                  {"name": "count", "type": "long"}]}
                                """);

        // When
        var strings = strings("a", schema);

        // Then
        assertThat(strings).containsExactly("a/many", "a/many/raw");
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
                        "intake.texts.v1",
                        "intake.titles.v1",
                        "intake.notes.v1",
                        "intake.catalog.v1",
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
                .containsExactly(
                        Topics.TEXTS,
                        Topics.TITLES,
                        Topics.HISTORIES,
                        Topics.CATALOG,
                        Topics.CURSORS,
                        Topics.HEALTH,
                        Topics.WORKFLOWS,
                        Topics.SCORECARDS,
                        Topics.HANDOFFS)
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

    /** Where a schema has room for text of any kind: strings, bytes and the keys of maps. */
    private static Stream<String> strings(String path, Schema schema) {
        return strings(path, schema, Set.of());
    }

    private static Stream<String> strings(String path, Schema schema, Set<String> above) {
        return switch (schema.getType()) {
            case STRING, BYTES, FIXED -> Stream.of(path);
            case ARRAY -> strings(path, schema.getElementType(), above);
            case MAP -> Stream.concat(Stream.of(path), strings(path, schema.getValueType(), above));
            case UNION -> schema.getTypes().stream().flatMap(type -> strings(path, type, above));
            case RECORD -> stringsOfFields(path, schema, above);
            default -> Stream.empty();
        };
    }

    private static Stream<String> stringsOfFields(String path, Schema type, Set<String> above) {
        if (above.contains(type.getFullName())) {
            return Stream.empty();
        }
        var here =
                Stream.concat(above.stream(), Stream.of(type.getFullName()))
                        .collect(Collectors.toSet());
        return type.getFields().stream()
                .flatMap(field -> strings(path + "/" + field.name(), field.schema(), here));
    }

    private static String lastSegment(String namespace) {
        return List.of(namespace.split("\\.")).getLast();
    }
}
