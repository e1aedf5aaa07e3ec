package dev.pavior.metrics.topology;

import static dev.pavior.metrics.WorkItems.CANDIDATE;
import static dev.pavior.metrics.WorkItems.PENDING;
import static dev.pavior.metrics.WorkItems.REQUIREMENT;
import static dev.pavior.metrics.WorkItems.closed;
import static dev.pavior.metrics.WorkItems.gone;
import static dev.pavior.metrics.WorkItems.issue;
import static dev.pavior.metrics.WorkItems.merged;
import static dev.pavior.metrics.WorkItems.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.contract.v1.ItemState;
import dev.pavior.contract.v1.Scorecard;
import dev.pavior.metrics.domain.Amount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScorecardTopologyTest {

    private static final String OCTOBER = "2026-10-05T10:00:00Z";
    private static final String NOVEMBER = "2026-11-05T10:00:00Z";

    private final DrivenTopology topology = new DrivenTopology();

    @AfterEach
    void close() {
        topology.close();
    }

    @Test
    void isTheOneDeployed() throws IOException {
        // Given
        var expected = Files.readString(Path.of("src/test/resources/expected-topology.txt"));

        // When
        var described = DrivenTopology.topology(List.of(), List.of()).describe().toString();

        // Then
        assertThat(described.strip()).isEqualTo(expected.strip());
    }

    @Test
    void saysWhoChangedTheNumberAndSinceWhenThatIsKnown() {
        // When
        topology.see(merged(1, 3, NOVEMBER, REQUIREMENT).build());

        // Then
        assertThat(topology.published())
                .contains(
                        new Scorecard(
                                "requirements-delivered",
                                1,
                                "2026-11",
                                "all",
                                1L,
                                null,
                                "gitlab.test/7/merge_request/1",
                                Instant.parse("2026-11-20T12:00:00Z")));
    }

    @Test
    void countsDuplicatesOnce() {
        // Given
        var item = merged(1, 2, NOVEMBER, REQUIREMENT).build();

        // When
        topology.see(item, item, item);

        // Then
        assertThat(topology.outcomes)
                .containsExactly(Outcome.COUNTED, Outcome.STALE, Outcome.STALE);
        assertThat(topology.numbers())
                .containsEntry("requirements-delivered/2026-11/all", new Amount(1, 0));
    }

    @Test
    void keepsToTheNewestStateWhenAnOldOneComesLate() {
        // When
        topology.see(
                merged(1, 3, NOVEMBER, REQUIREMENT).build(),
                request(1, 1).build(),
                merged(1, 2, NOVEMBER).build());

        // Then
        assertThat(topology.numbers())
                .containsEntry("requirements-delivered/2026-11/all", new Amount(1, 0));
    }

    @Test
    void restatesTheOldMonthForALateLabel() {
        // Given
        topology.see(
                merged(1, 1, OCTOBER, CANDIDATE).build(),
                merged(2, 1, NOVEMBER, CANDIDATE).build());
        topology.published();

        // When
        topology.see(merged(1, 2, OCTOBER, CANDIDATE, REQUIREMENT).build());

        // Then
        assertThat(topology.numbers())
                .isEqualTo(
                        Map.of(
                                "requirements-delivered/2026-10/all", new Amount(1, 0),
                                "metric-label-coverage/2026-10/all", new Amount(1, 1),
                                "metric-label-coverage/2026-10/without-pending", new Amount(1, 1)));
    }

    @Test
    void takesReopenedIssueBackToZero() {
        // Given
        topology.see(closed(1, 1, OCTOBER, PENDING).build());
        topology.published();

        // When
        topology.see(issue(1, 2, PENDING).build());

        // Then
        assertThat(topology.published())
                .extracting(Scorecard::getSlice, Scorecard::getNumerator, Scorecard::getDenominator)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("all", 0L, 0L),
                        org.assertj.core.groups.Tuple.tuple("without-pending", 0L, 0L));
    }

    @Test
    void movesWhatMovesToAnotherMonth() {
        // Given
        topology.see(merged(1, 1, OCTOBER, REQUIREMENT).setMergedAtExact(false).build());

        // When
        topology.see(merged(1, 2, NOVEMBER, REQUIREMENT).setMergedAtExact(true).build());

        // Then
        assertThat(topology.numbers().keySet())
                .allMatch(cell -> cell.contains("/2026-11/"))
                .hasSize(3);
    }

    @Test
    void takesAwayWhatIsGoneAndGivesBackWhatReturns() {
        // Given
        topology.see(
                merged(1, 1, NOVEMBER, REQUIREMENT).build(),
                gone(merged(1, 2, NOVEMBER, REQUIREMENT)));
        var without = topology.numbers();

        // When
        topology.see(merged(1, 3, NOVEMBER, REQUIREMENT).build());

        // Then
        assertThat(without).isEmpty();
        assertThat(topology.numbers())
                .containsEntry("requirements-delivered/2026-11/all", new Amount(1, 0));
    }

    @Test
    void publishesNoValueThatWasNeverTrue() {
        // Given
        topology.see(merged(1, 1, NOVEMBER, PENDING).build());
        topology.published();

        // When
        topology.see(merged(1, 2, NOVEMBER, REQUIREMENT).build());

        // Then
        assertThat(topology.published())
                .extracting(
                        card -> card.getKpi() + " " + card.getSlice() + " " + card.getNumerator())
                .containsExactlyInAnyOrder(
                        "requirements-delivered all 1", "metric-label-coverage without-pending 1");
    }

    @Test
    void countsFinishedItemsWithoutACredibleDateInNoMonth() {
        // When
        topology.see(
                request(1, 1, REQUIREMENT).setState(ItemState.MERGED).build(),
                merged(2, 1, "2099-01-01T00:00:00Z", REQUIREMENT).build(),
                closed(3, 1, "1970-01-01T00:00:00Z", REQUIREMENT).build());

        // Then
        assertThat(topology.published()).isEmpty();
        assertThat(topology.outcomes)
                .containsExactly(Outcome.UNDATED, Outcome.IMPLAUSIBLE, Outcome.IMPLAUSIBLE);
    }

    @Test
    void keepsTheTableOfScorecardsAndTellsOfChanges() {
        // When
        topology.see(merged(1, 1, NOVEMBER, REQUIREMENT).build());

        // Then
        var published = topology.published();
        assertThat(topology.inTable("requirements-delivered/2026-11/all"))
                .isEqualTo(published.getFirst());
        assertThat(topology.changes).containsExactlyElementsOf(published);
    }
}
