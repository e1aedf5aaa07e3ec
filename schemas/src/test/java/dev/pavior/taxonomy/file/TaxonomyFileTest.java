package dev.pavior.taxonomy.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.pavior.taxonomy.Edition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaxonomyFileTest {

    private static final Path CHARTER = Path.of("../deploy/charter/taxonomy.yaml");

    private static final String SMALL =
            """
            editions:
              - effective_from: 2026-02-01
                labels:
                  candidate: C
                  team: T
                  metric_scope: M
                  metrics: [Pending]
                  pending: Pending
                  owner_scope: group
                  workflow_scope: workflow
                  aliases: {}
                workflow:
                  complete: complete
                  moves:
                    "~": [in dev]
                    in dev: [complete]
                    complete: []
            """;

    @TempDir private Path folder;

    private final Edition edition = TaxonomyFile.read(CHARTER).latest();

    @Test
    void knowsTheChartersMetricLabels() {
        assertThat(edition.labels().metrics())
                .containsExactly(
                        "ProdSecRequirement",
                        "Defense in Depth",
                        "Paved Road",
                        "Tooling Integration",
                        "Custom Tooling",
                        "Sunsetting",
                        "Pending",
                        "Internal");
    }

    @Test
    void knowsTheChartersWorkflowStates() {
        assertThat(edition.workflow().states())
                .contains(
                        "validation backlog",
                        "ready for development",
                        "in dev",
                        "in review",
                        "complete")
                .contains(edition.workflow().complete());
    }

    @Test
    void pointsEveryAliasAtALabelThatMeansSomething() {
        assertThat(edition.labels().aliases().values())
                .allMatch(meant -> edition.labels().claimedByTeam(List.of(meant)));
    }

    @ParameterizedTest
    @CsvSource({
        ", validation backlog, true",
        ", in dev, true",
        ", complete, false",
        "ready for development, in dev, true",
        "in dev, in review, true",
        "in dev, complete, false",
        "in review, complete, true",
        "complete, in dev, true",
        "blocked, complete, false",
        "complete, , true",
        "unheard of, in dev, false",
        "in dev, unheard of, false"
    })
    void tellsLegalMovesFromIllegalOnes(String from, String to, boolean legal) {
        assertThat(edition.workflow().legal(Optional.ofNullable(from), Optional.ofNullable(to)))
                .isEqualTo(legal);
    }

    @Test
    void readsASmallFile() throws IOException {
        // Given
        var file = write(SMALL);

        // When
        var taxonomy = TaxonomyFile.read(file);

        // Then
        assertThat(taxonomy.latest().workflow().initial()).containsExactly("in dev");
    }

    /** The right line, what is written instead, the line of the error, the key it must name. */
    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("  team: T", "  team: T\n      tema: U", 6, "labels.tema"),
                Arguments.of("  team: T", "  team: T\n      team: U", 6, "\"team\""),
                Arguments.of("  team: T", "  team:", 5, "labels.team"),
                // What is missing has no line: the one of what should hold it is named.
                Arguments.of("      team: T\n", "", 3, "editions[0].labels.team"),
                Arguments.of("metrics: [Pending]", "metrics: Pending", 7, "labels.metrics"),
                Arguments.of("metrics: [Pending]", "metrics: [Pending", 8, "flow sequence"),
                Arguments.of("pending: Pending", "pending: Later", 3, "labels.pending"),
                Arguments.of("from: 2026-02-01", "from: February", 2, "[0].effective_from"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void namesFileLineAndKeyOfAMistake(String right, String wrong, int line, String key)
            throws IOException {
        // Given
        var file = write(SMALL.replace(right, wrong));

        // When
        var thrown = catchThrowable(() -> TaxonomyFile.read(file));

        // Then
        assertThat(thrown)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file + ":" + line + ":")
                .hasMessageContaining(key);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "in dev: [complete]|in dev: [completed]|completed",
                "complete: complete|complete: done|done",
                "      pending: Pending|      pending: Later|Later"
            })
    void refusesWordsThatLeadNowhere(String right, String wrong, String word) throws IOException {
        // Given
        var file = write(SMALL.replace(right, wrong));

        // When
        var thrown = catchThrowable(() -> TaxonomyFile.read(file));

        // Then
        assertThat(thrown)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining("\"" + word + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "editions: []", "editions:", "- a\n- b"})
    void refusesAFileWithoutEditions(String text) throws IOException {
        // Given
        var file = write(text);

        // Then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TaxonomyFile.read(file))
                .withMessageStartingWith(file.toString());
    }

    @Test
    void saysWhichFileIsMissing() {
        // Given
        var file = folder.resolve("nowhere.yaml");

        // Then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TaxonomyFile.read(file))
                .withMessageStartingWith(file + ": cannot be read");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("taxonomy.yaml"), text);
    }
}
