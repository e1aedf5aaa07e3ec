package dev.pavior.handoff.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.pavior.handoff.domain.Owner;
import dev.pavior.taxonomy.Labels;
import dev.pavior.taxonomy.file.TaxonomyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OwnershipFileTest {

    private static final Path CHARTER = Path.of("../deploy/charter");
    private static final Labels LABELS =
            TaxonomyFile.read(CHARTER.resolve("taxonomy.yaml")).latest().labels();

    private static final String SMALL =
            """
            owners:
              group::authentication:
                team: Authentication
                product_manager: mira
                engineering_manager: jonas
              group::sign-in:
                team: Authentication
                product_manager: mira
                engineering_manager: jonas
            """;

    @TempDir private Path folder;

    @Test
    void readsTheChartersOwners() {
        // When
        var ownership = OwnershipFile.read(CHARTER.resolve("ownership.yaml"), LABELS);

        // Then
        assertThat(ownership.labels())
                .contains(
                        "group::authentication",
                        "group::pipeline security",
                        "group::security insights",
                        "group::compliance");
        assertThat(ownership.team("Authentication")).isPresent();
    }

    @Test
    void readsASmallFile() throws IOException {
        // Given
        var file = write(SMALL);

        // When
        var ownership = OwnershipFile.read(file, LABELS);

        // Then
        assertThat(ownership.team("Authentication"))
                .contains(new Owner("Authentication", "mira", "jonas"));
    }

    /** What stands in the small file, what is written instead, line of the error, what it says. */
    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("product_manager: mira\n", "product_manger: mira\n", 2, "product_man"),
                Arguments.of("    team: Authentication\n", "", 2, "team"),
                Arguments.of("team: Authentication\n", "team:\n", 3, "team"),
                Arguments.of("team: Authentication\n", "team: \" \"\n", 2, "must not be blank"),
                Arguments.of(
                        "group::sign-in", "groups::sign-in", 6, "groups::sign-in: not a label"),
                Arguments.of("group::sign-in", "group::authentication", 6, "Duplicate"),
                Arguments.of(
                        "sign-in:\n    team: Authentication\n    product_manager: mira\n",
                        "sign-in:\n    team: Authentication\n    product_manager: elena\n",
                        6,
                        "different managers"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void namesFileAndLineOfAMistake(String right, String wrong, int line, String problem)
            throws IOException {
        // Given
        var file = write(SMALL.replaceFirst(Pattern.quote(right), wrong));

        // When
        var thrown = catchThrowable(() -> OwnershipFile.read(file, LABELS));

        // Then
        assertThat(thrown)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file + ":" + line + ":")
                .hasMessageContaining(problem);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("ownership.yaml"), text);
    }
}
