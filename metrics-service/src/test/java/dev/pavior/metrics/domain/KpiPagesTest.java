package dev.pavior.metrics.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages about the KPIs say what the definitions say. */
class KpiPagesTest {

    private static final Path PAGES = Path.of(System.getProperty("pavior.root"), "docs/kpis");

    static List<KpiDefinition> kpis() {
        return Kpis.all();
    }

    @ParameterizedTest
    @MethodSource("kpis")
    void opensWithTheDefinition(KpiDefinition kpi) throws IOException {
        // Given
        var slices =
                kpi.slices().stream()
                        .map(slice -> "- `%s`: %s".formatted(slice.id(), slice.description()))
                        .collect(Collectors.joining("\n"));
        var ids =
                kpi.slices().stream()
                        .map(slice -> "`" + slice.id() + "`")
                        .collect(Collectors.joining(", "));
        var expected =
                """
                # %s

                | | |
                |---|---|
                | id | `%s` |
                | version | %d |
                | unit | %s |
                | slices | %s |

                %s

                ## Slices

                %s
                """
                        .formatted(
                                kpi.title(),
                                kpi.id(),
                                kpi.version(),
                                kpi.unit().words(),
                                ids,
                                kpi.description(),
                                slices);

        // When
        var page = Files.readString(PAGES.resolve(kpi.id() + ".md"));

        // Then
        assertThat(page).startsWith(expected);
    }

    @Test
    void listsEachKpiAndNoOther() throws IOException {
        // Given
        var expected =
                kpis().stream()
                        .map(
                                kpi ->
                                        "| [%s](%s.md) | %s |"
                                                .formatted(
                                                        kpi.title(), kpi.id(), kpi.description()))
                        .toList();

        // When
        var rows =
                Files.readAllLines(PAGES.resolve("README.md")).stream()
                        .filter(line -> line.startsWith("| ["))
                        .toList();

        // Then
        assertThat(rows).isEqualTo(expected);
        try (var pages = Files.list(PAGES)) {
            assertThat(pages).hasSize(kpis().size() + 1);
        }
    }
}
