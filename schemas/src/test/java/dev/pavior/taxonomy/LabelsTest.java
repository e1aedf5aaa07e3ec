package dev.pavior.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelsTest {

    private final Labels labels =
            new Labels(
                    "ProdSecEng Candidate",
                    "Product Security Engineering Team",
                    "ProdSecEngMetric",
                    List.of("Paved Road", "Pending"),
                    "Pending",
                    "group",
                    "workflow",
                    Map.of(
                            "team::Product Security Engineering",
                            "Product Security Engineering Team",
                            "ProdSecEngMetrics::Paved Road",
                            "ProdSecEngMetric::Paved Road",
                            "group::authn",
                            "group::authentication"));

    @ParameterizedTest
    @CsvSource({
        "ProdSecEngMetric, ProdSecEngMetric::Paved Road, Paved Road",
        "nested::scope, nested::scope::value, value",
        "group, group::pipeline security, pipeline security"
    })
    void readsTheValueOfAScopedLabel(String scope, String label, String value) {
        assertThat(Labels.valueIn(scope, label)).contains(value);
    }

    @ParameterizedTest
    @CsvSource({
        "nested, nested::scope::value",
        "group, group",
        "group, groups::authentication",
        "group, Group::authentication",
        "group, ::authentication"
    })
    void findsNoValueInALabelOfAnotherScope(String scope, String label) {
        assertThat(Labels.valueIn(scope, label)).isEmpty();
    }

    @Test
    void countsAMisspeltMetricLabelAsTheOneThatIsMeant() {
        // Given
        var onItem =
                List.of(
                        "ProdSecEngMetrics::Paved Road",
                        "ProdSecEngMetric::Paved Road",
                        "ProdSecEngMetric::Unheard Of",
                        "bug");

        // When
        var metrics = labels.metricLabels(onItem);

        // Then
        assertThat(metrics).containsExactly("ProdSecEngMetric::Paved Road");
    }

    @Test
    void writesAMetricLabelInFull() {
        assertThat(labels.metric("Pending")).isEqualTo("ProdSecEngMetric::Pending");
    }

    @Test
    void findsTheOwnersByTheirCanonicalLabels() {
        // Given
        var onItem = List.of("group::security insights", "group::authn", "group::authentication");

        // When
        var owners = labels.ownerLabels(onItem);

        // Then
        assertThat(owners).containsExactly("group::authentication", "group::security insights");
    }

    @Test
    void showsEveryWorkflowStateSoThatTwoAreNoticed() {
        // Given
        var onItem = List.of("workflow::in review", "bug", "workflow::in dev");

        // When
        var states = labels.workflowStates(onItem);

        // Then
        assertThat(states).containsExactly("in dev", "in review");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ProdSecEng Candidate",
                "Product Security Engineering Team",
                "team::Product Security Engineering",
                "ProdSecEngMetrics::Paved Road"
            })
    void seesTheTeamsClaimUnderAnyName(String label) {
        assertThat(labels.claimedByTeam(List.of("bug", label))).isTrue();
    }

    @Test
    void claimsNothingElse() {
        assertThat(labels.claimedByTeam(List.of("bug", "workflow::in dev"))).isFalse();
    }
}
