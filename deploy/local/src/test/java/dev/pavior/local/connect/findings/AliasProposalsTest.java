package dev.pavior.local.connect.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.local.connect.findings.LabelCensus.Count;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AliasProposalsTest {

    private final AliasProposals proposals = new AliasProposals(Charters.vocabulary());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "prodseceng candidate               | ProdSecEng Candidate",
                "ProdSecEng-Candidates              | ProdSecEng Candidate",
                "ProdSecEng Canditate               | ProdSecEng Candidate",
                "Product security engineering team  | Product Security Engineering Team",
                "prodsecengmetric::paved-road       | ProdSecEngMetric::Paved Road",
                "ProdSecEngMetric:Paved Road        | ProdSecEngMetric::Paved Road",
                "ProdSecEngMetric :: Paved Road     | ProdSecEngMetric::Paved Road",
                "ProdSecEngMetrik::Custom Tooling   | ProdSecEngMetric::Custom Tooling",
                "ProdSecEngMetric::Sunseting        | ProdSecEngMetric::Sunsetting",
                "ProdSecEngMetric::Defence in Depth | ProdSecEngMetric::Defense in Depth",
                "Workflow::In Dev                   | workflow::in dev",
                "workflow::in-review                | workflow::in review",
                "workflows::verification            | workflow::verification",
                "Group::authentication              | group::authentication",
                "groups::source code                | group::source code"
            })
    void proposesWhatIsProbablyMeant(String label, String meant) {
        // When
        var proposed = proposals.among(List.of(new Count(label, 4)));
        // Then
        assertThat(proposed).containsExactly(new AliasProposal(label, 4, meant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bug",
                "priority::1",
                "Pending",
                "severity::Internal",
                "ProdSecEngMetric::External",
                "ProdSecEngMetric::Paved Road 2",
                "workflow::in rev",
                "workflow::production",
                "team::Product Security",
                "groupies::authentication",
                "Milestone Planning",
                "::",
                "",
                "💥"
            })
    void leavesAloneWhatMeansSomethingElse(String label) {
        // When
        var proposed = proposals.among(List.of(new Count(label, 1)));
        // Then
        assertThat(proposed).isEmpty();
    }

    @Test
    void doesNotDecideBetweenTwoThatAreAsNear() {
        // Given
        var labels = Charters.vocabulary().labels();
        var both = List.of("Security Board", "Security Hoard");
        var twins = new AliasProposals(new Vocabulary(labels, both, Set.of()));
        // When
        var proposed = twins.among(List.of(new Count("Security Coard", 1)));
        // Then
        assertThat(proposed).isEmpty();
    }
}
