package dev.pavior.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxonomyTest {

    private final Taxonomy taxonomy =
            new Taxonomy(List.of(edition("2026-07-01"), edition("2026-02-01")));

    @ParameterizedTest
    @CsvSource({
        "2025-12-31, 2026-02-01",
        "2026-02-01, 2026-02-01",
        "2026-06-30, 2026-02-01",
        "2026-07-01, 2026-07-01",
        "2027-01-01, 2026-07-01"
    })
    void choosesTheEditionInForceOnADay(LocalDate day, LocalDate effectiveFrom) {
        assertThat(taxonomy.on(day).effectiveFrom()).isEqualTo(effectiveFrom);
    }

    @Test
    void knowsTheNewestEdition() {
        assertThat(taxonomy.latest().effectiveFrom()).isEqualTo("2026-07-01");
    }

    @Test
    void refusesTwoEditionsFromTheSameDay() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Taxonomy(List.of(edition("2026-02-01"), edition("2026-02-01"))))
                .withMessageContaining("2026-02-01");
    }

    @Test
    void refusesToHaveNoEdition() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Taxonomy(List.of()));
    }

    private static Edition edition(String effectiveFrom) {
        var labels = new Labels("c", "t", "m", List.of("Pending"), "Pending", "g", "w", Map.of());
        var workflow = new WorkflowRules("done", Set.of("done"), Map.of("done", Set.of()));
        return new Edition(LocalDate.parse(effectiveFrom), labels, workflow);
    }
}
