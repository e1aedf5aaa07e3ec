package dev.pavior.metrics.domain;

import static dev.pavior.metrics.domain.Items.CHARTER;
import static dev.pavior.metrics.domain.Items.PRODUCT_PROJECT;
import static dev.pavior.metrics.domain.Items.TEAM_PROJECT;
import static dev.pavior.metrics.domain.Items.charterIn;
import static dev.pavior.metrics.domain.Items.closed;
import static dev.pavior.metrics.domain.Items.gone;
import static dev.pavior.metrics.domain.Items.inProject;
import static dev.pavior.metrics.domain.Items.merged;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KpisTest {

    private static final String DAY = "2026-11-02T09:00:00Z";
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    @ParameterizedTest
    @CsvSource({
        "ProdSecEngMetric::ProdSecRequirement,            1",
        "ProdSecEngMetrics::ProdSecRequirement,           1",
        "ProdSecEngMetric::Defense in Depth,              0",
        "ProdSecEngMetric::Pending,                       0",
        "ProdSecRequirement,                              0",
        "prodsecengmetric::prodsecrequirement,            0",
        "nested::ProdSecEngMetric::ProdSecRequirement,    0",
        "ProdSecEngMetric::ProdSecRequirement::x,         0",
    })
    void countsMergedRequestsWithTheRequirementLabel(String label, int expected) {
        // When
        var shares = Kpis.REQUIREMENTS_DELIVERED.rule().shares(merged(DAY, "bug", label), CHARTER);

        // Then
        assertThat(shares)
                .isEqualTo(
                        expected == 0
                                ? List.of()
                                : List.of(new Share(NOVEMBER, "all", new Amount(1, 0))));
    }

    @Test
    void countsRequestOnceHoweverManyMetricLabelsItHas() {
        // When
        var shares =
                Kpis.REQUIREMENTS_DELIVERED
                        .rule()
                        .shares(
                                merged(
                                        DAY,
                                        "ProdSecEngMetric::ProdSecRequirement",
                                        "ProdSecEngMetrics::ProdSecRequirement",
                                        "ProdSecEngMetric::Pending"),
                                CHARTER);

        // Then
        assertThat(shares).containsExactly(new Share(NOVEMBER, "all", new Amount(1, 0)));
    }

    @Test
    void countsNoIssueAsDeliveredRequirement() {
        // When
        var shares =
                Kpis.REQUIREMENTS_DELIVERED
                        .rule()
                        .shares(closed(DAY, "ProdSecEngMetric::ProdSecRequirement"), CHARTER);

        // Then
        assertThat(shares).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // label, numerator of all, numerator without pending
        "ProdSecEngMetric::Internal,          1, 1",
        "ProdSecEngMetric::Paved Roads,       1, 1",
        "ProdSecEngMetric::Pending,           1, 0",
        "ProdSecEngMetrics::Pending,          1, 0",
        "ProdSecEngMetric::Unheard Of,        0, 0",
        "workflow::complete,                  0, 0",
    })
    void coversWhatHasAnyMetricLabel(String label, long all, long withoutPending) {
        // Given
        var item = inProject(TEAM_PROJECT, closed(DAY, label));

        // When
        var shares = Kpis.METRIC_LABEL_COVERAGE.rule().shares(item, CHARTER);

        // Then
        assertThat(shares)
                .containsExactly(
                        new Share(NOVEMBER, "all", new Amount(all, 1)),
                        new Share(NOVEMBER, "without-pending", new Amount(withoutPending, 1)));
    }

    @Test
    void coversBesidePendingOnlyByAnotherMetricLabel() {
        // Given
        var item = merged(DAY, "ProdSecEngMetric::Pending", "ProdSecEngMetric::Paved Road");

        // When
        var shares = Kpis.METRIC_LABEL_COVERAGE.rule().shares(item, CHARTER);

        // Then
        assertThat(shares).contains(new Share(NOVEMBER, "without-pending", new Amount(1, 1)));
    }

    @ParameterizedTest
    @CsvSource({
        // project, label, whether it is the team's
        "101, bug,                                      true",
        "7,   bug,                                      false",
        "7,   ProdSecEng Candidate,                     true",
        "7,   Product Security Engineering Team,        true",
        "7,   Product Security Engineering,             true",
        "7,   team::Product Security Engineering,       true",
        "7,   ProdSecEngMetrics::Internal,              true",
        "7,   team::Other,                              false",
    })
    void looksAtTheTeamsWorkAlone(long project, String label, boolean ours) {
        // When
        var shares =
                Kpis.METRIC_LABEL_COVERAGE
                        .rule()
                        .shares(inProject(project, merged(DAY, label)), CHARTER);

        // Then
        assertThat(!shares.isEmpty()).isEqualTo(ours);
    }

    @Test
    void countsInTheMonthOfTheTeamsZone() {
        // Given
        var lastHourOfOctoberInUtc = merged("2026-10-31T23:30:00Z", "ProdSecEng Candidate");

        // When
        var shares =
                Kpis.METRIC_LABEL_COVERAGE
                        .rule()
                        .shares(lastHourOfOctoberInUtc, charterIn("Europe/Berlin"));

        // Then
        assertThat(shares).extracting(Share::month).containsOnly(NOVEMBER);
    }

    @Test
    void countsNothingOfWhatIsGone() {
        // Given
        var item = gone(merged(DAY, "ProdSecEngMetric::ProdSecRequirement"));

        // When
        var contributions = Kpis.contributions(item, CHARTER);

        // Then
        assertThat(contributions).isEmpty();
    }

    @Test
    void countsNothingOfWhatClaimsAnAbsurdDate() {
        // Given
        var item =
                inProject(
                        PRODUCT_PROJECT,
                        merged("2099-01-01T00:00:00Z", "ProdSecEngMetric::ProdSecRequirement"));

        // When
        var contributions = Kpis.contributions(item, CHARTER);

        // Then
        assertThat(contributions).isEmpty();
    }

    @Test
    void givesNoValueForARatioOfNothing() {
        // When
        var value = Unit.PERCENT.value(Amount.NONE);

        // Then
        assertThat(value).isEmpty();
    }
}
