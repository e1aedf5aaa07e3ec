package dev.pavior.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompatibilityTest {

    static Stream<Topic> topicsWithSchema() {
        return Topics.all().stream().filter(topic -> topic.schema().isPresent());
    }

    @ParameterizedTest
    @MethodSource("topicsWithSchema")
    void readsEveryReleasedVersionAndIsReadByIt(Topic topic) {
        // Given
        var current = topic.schema().orElseThrow();

        // When
        var released = Released.versionsOf(topic);

        // Then
        assertThat(released).isNotEmpty();
        for (var version : released) {
            assertReads(current, version);
            assertReads(version, current);
        }
    }

    @ParameterizedTest
    @MethodSource("topicsWithSchema")
    void hasAFrozenCopyOfTheCurrentSchema(Topic topic) {
        // Given
        var current = topic.schema().orElseThrow();

        // When
        var released = Released.versionsOf(topic);

        // Then
        var newest = released.isEmpty() ? null : released.getLast();
        if (!current.equals(newest)) {
            throw new AssertionError(Released.proposeNext(topic, current));
        }
    }

    @Test
    void keepsEachReleasedCopyAsItWas() {
        // When
        var real = Released.realDigests();

        // Then
        assertThat(real)
                .as("a released copy is never edited: a change is a new version beside it")
                .isEqualTo(Released.listedDigests());
    }

    @Test
    void numbersTheVersionsOfEachTopicWithoutGaps() {
        // Given
        var versions =
                topicsWithSchema().mapToInt(topic -> Released.versionsOf(topic).size()).sum();

        // When
        var files = Released.realDigests();

        // Then
        assertThat(files).hasSize(versions);
    }

    @Test
    void keepsFoldersOnlyOfTopicsThatExist() {
        // When
        var folders = Released.topics();

        // Then
        assertThat(folders)
                .containsExactlyInAnyOrderElementsOf(topicsWithSchema().map(Topic::name).toList());
    }

    @Test
    void noticesAFieldWithoutDefault() {
        // Given
        var before = record("{\"name\": \"a\", \"type\": \"string\"}");
        var after =
                record(
                        "{\"name\": \"a\", \"type\": \"string\"},"
                                + "{\"name\": \"b\", \"type\": \"string\"}");

        // When
        var incompatibilities =
                SchemaCompatibility.checkReaderWriterCompatibility(after, before)
                        .getResult()
                        .getIncompatibilities();

        // Then
        assertThat(incompatibilities).extracting(Incompatibility::getMessage).contains("b");
    }

    private static void assertReads(Schema reader, Schema writer) {
        var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getResult();
        assertThat(result.getIncompatibilities()).isEmpty();
    }

    private static Schema record(String fields) {
        return new Schema.Parser()
                .parse("{\"type\": \"record\", \"name\": \"R\", \"fields\": [" + fields + "]}");
    }
}
