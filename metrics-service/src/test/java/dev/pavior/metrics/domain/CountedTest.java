package dev.pavior.metrics.domain;

import static dev.pavior.metrics.domain.Items.CHARTER;
import static dev.pavior.metrics.domain.Items.gone;
import static dev.pavior.metrics.domain.Items.item;
import static dev.pavior.metrics.domain.Items.merged;
import static dev.pavior.metrics.domain.Items.revision;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.metrics.domain.Item.Kind;
import dev.pavior.metrics.domain.Item.State;
import dev.pavior.metrics.domain.Restatement.Restated;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CountedTest {

    private static final String REQUIREMENT = "ProdSecEngMetric::ProdSecRequirement";
    private static final String OCTOBER = "2026-10-05T00:00:00Z";
    private static final String NOVEMBER = "2026-11-05T00:00:00Z";

    private final Counted counted =
            after(Counted.NOTHING, revision(5, merged(OCTOBER, REQUIREMENT))).counted();

    @Test
    void ignoresWhatIsNotNewer() {
        // When
        var same = counted.restate(revision(5, merged(NOVEMBER)), CHARTER);
        var older = counted.restate(revision(4, merged(NOVEMBER)), CHARTER);

        // Then
        assertThat(same).isEqualTo(new Restatement.Stale());
        assertThat(older).isEqualTo(new Restatement.Stale());
    }

    @Test
    void changesNoCellWhenTheNumbersStay() {
        // When
        var restated = after(counted, revision(6, merged(OCTOBER, REQUIREMENT, "bug")));

        // Then
        assertThat(restated.deltas()).isEmpty();
        assertThat(restated.counted().revision()).isEqualTo(6);
    }

    @Test
    void addsLateLabelInTheOldMonth() {
        // Given
        var unlabelled = after(Counted.NOTHING, revision(1, merged(OCTOBER))).counted();

        // When
        var restated = after(unlabelled, revision(2, merged(OCTOBER, REQUIREMENT)));

        // Then
        assertThat(restated.deltas())
                .isEqualTo(
                        Map.of(
                                cell("requirements-delivered", 10, "all"), new Amount(1, 0),
                                cell("metric-label-coverage", 10, "all"), new Amount(1, 1),
                                cell("metric-label-coverage", 10, "without-pending"),
                                        new Amount(1, 1)));
    }

    @Test
    void joinsWhatIsTakenAndAddedInTheSameCell() {
        // When
        var restated = after(counted, revision(6, merged(OCTOBER, "ProdSecEngMetric::Pending")));

        // Then
        assertThat(restated.deltas())
                .isEqualTo(
                        Map.of(
                                cell("requirements-delivered", 10, "all"), new Amount(-1, 0),
                                cell("metric-label-coverage", 10, "without-pending"),
                                        new Amount(-1, 0)));
    }

    @Test
    void movesWhatMovesToAnotherMonth() {
        // When
        var restated = after(counted, revision(6, merged(NOVEMBER, REQUIREMENT)));

        // Then
        assertThat(restated.deltas())
                .hasSize(6)
                .containsEntry(cell("requirements-delivered", 10, "all"), new Amount(-1, 0))
                .containsEntry(cell("requirements-delivered", 11, "all"), new Amount(1, 0));
    }

    @Test
    void takesAwayExactlyWhatWasCountedWhenTheItemIsGoneOrReopened() {
        // When
        var vanished = after(counted, revision(6, gone(merged(OCTOBER, REQUIREMENT))));
        var reopened =
                after(
                        counted,
                        revision(6, item(Kind.MERGE_REQUEST, State.OTHER, Optional.empty())));

        // Then
        var expected =
                Map.of(
                        cell("requirements-delivered", 10, "all"), new Amount(-1, 0),
                        cell("metric-label-coverage", 10, "all"), new Amount(-1, -1),
                        cell("metric-label-coverage", 10, "without-pending"), new Amount(-1, -1));
        assertThat(vanished.deltas()).isEqualTo(expected);
        assertThat(reopened.deltas()).isEqualTo(expected);
    }

    private static Restated after(Counted counted, Item item) {
        return (Restated) counted.restate(item, CHARTER);
    }

    private static Cell cell(String kpi, int month, String slice) {
        return new Cell(kpi, YearMonth.of(2026, month), slice);
    }
}
