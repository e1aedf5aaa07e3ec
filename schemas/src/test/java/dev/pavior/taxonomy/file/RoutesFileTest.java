package dev.pavior.taxonomy.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.pavior.taxonomy.RouteEdition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesFileTest {

    private static final Path CHARTER = Path.of("../deploy/charter/routes.yaml");
    private static final Instant FIRST = Instant.parse("2026-02-01T00:00:00Z");

    @TempDir private Path folder;

    private final RouteEdition edition = RoutesFile.read(CHARTER).at(FIRST);

    @Test
    void namesTheDriOfEachAreaTheCharterPutsOutOfScope() {
        assertThat(edition.outOfScope().values())
                .extracting(RouteEdition.Elsewhere::dri)
                .containsExactly("AppSec", "InfraSec", "VulnMgmt", "PSIRT");
    }

    @Test
    void tellsTheChartersPathForAnEmergency() {
        assertThat(edition.emergency())
                .contains("Security Incident Response Team")
                .contains("/security");
    }

    @ParameterizedTest
    @CsvSource({
        "1, Low",
        "10, Low",
        "11, Medium",
        "20, Medium",
        "21, High",
        "25, High",
        "26, Critical",
        "30, Critical"
    })
    void ratesARiskByItsBand(int score, String rating) {
        assertThat(edition.risk().rate(score)).isEqualTo(rating);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "project: 3|project: 0|project: GitLab's ids start at 1",
                "project: 3|projects: 3|editions[0].project: Missing",
                "dri: AppSec|dir: AppSec|out_of_scope",
                "dri_projects: {}|dri_projects: {Nobody: 4}|no area has the DRI Nobody",
                "automation:|automate:|labels: must have exactly the kinds",
                "- PSRR|- a,b|not a label: \"a,b\"",
                "Low: 1|Low: 2|none begins at 1",
                "documentation:|application-security:|repeats an area of in_scope"
            })
    void refusesAMistakeAndSaysWhere(String right, String wrong, String said) throws IOException {
        // Given
        var text = Files.readString(CHARTER);
        var file = Files.writeString(folder.resolve("routes.yaml"), text.replace(right, wrong));

        // When
        var refusal = catchThrowable(() -> RoutesFile.read(file));

        // Then
        assertThat(refusal)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file + ":")
                .hasMessageContaining(said);
    }

    @Test
    void routesByTheEditionThatWasInForce() throws IOException {
        // Given
        var text = Files.readString(CHARTER);
        var second = text.substring(text.indexOf("  - effective_from"));
        var later = second.replace("2026-02-01", "2026-07-01").replace("project: 3", "project: 44");
        var file = Files.writeString(folder.resolve("routes.yaml"), text + later);

        // When
        var routes = RoutesFile.read(file);

        // Then
        assertThat(routes.at(Instant.parse("2026-06-30T23:59:59Z")).project()).isEqualTo(3);
        assertThat(routes.at(Instant.parse("2026-07-01T00:00:00Z")).project()).isEqualTo(44);
    }
}
