package dev.pavior.labeling.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.labeling.domain.Facts;
import dev.pavior.labeling.domain.Field;
import dev.pavior.labeling.domain.Item;
import dev.pavior.labeling.domain.Kind;
import dev.pavior.taxonomy.Labels;
import dev.pavior.taxonomy.file.TaxonomyFile;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CelConditionsTest {

    private static final Labels WORDS =
            TaxonomyFile.read(
                            Path.of(
                                    System.getProperty("pavior.root"),
                                    "deploy/charter/taxonomy.yaml"))
                    .on(LocalDate.parse("2026-03-02"))
                    .labels();

    private static final Instant TIME = Instant.parse("2026-03-02T09:00:00Z");

    private static Facts facts() {
        var item =
                new Item(
                        "gitlab.test/7/merge_request/1",
                        1,
                        TIME,
                        null,
                        Kind.MERGE_REQUEST,
                        null,
                        "merged",
                        List.of("team::Product Security Engineering", "group::pipeline", "bug"),
                        12L,
                        null,
                        null,
                        false,
                        true,
                        List.of(5L),
                        List.of(),
                        TIME,
                        null,
                        TIME,
                        2,
                        3,
                        false);
        return Facts.of(item, WORDS);
    }

    private static dev.pavior.labeling.domain.Condition compile(String expression) {
        var text =
                "resource_rules: {issues: {rules: [{name: x, conditions: {cel: \""
                        + expression
                        + "\"}, actions: {labels: [y]}}]}}";
        return new PolicyFile(new CelConditions())
                .read("p.yaml", text)
                .getFirst()
                .conditions()
                .getFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    item.labels.exists(l, l.startsWith('group::'))                    | true
                    item.kind == 'merge_request' && item.state == 'merged'            | true
                    item.teamLabels == ['Product Security Engineering Team']          | true
                    item.metricLabels.size() == 0                                     | true
                    item.ownerLabels.size() == 1                                      | true
                    has(item.weight)                                                  | false
                    has(item.weight) && item.weight >= 3                              | false
                    item.draft && !item.confidential                                  | true
                    item.milestoneId == 12                                            | true
                    5 in item.assigneeIds && item.reviewerIds.size() == 0             | true
                    item.criteriaDone < item.criteriaTotal                            | true
                    item.mergedAt - item.createdAt == duration('0s')                  | true
                    item.createdAt > timestamp('2026-03-02T00:00:00Z')                | true
                    has(item.closedAt)                                                | false
                    item.labels.exists(l, l.matches('^b.g$'))                         | true
                    """)
    void asksTheItem(String expression, boolean met) {
        // When
        var answer = compile(expression).question().ask(facts());

        // Then
        assertThat(answer.met()).isEqualTo(met);
        assertThat(answer.saw()).doesNotContain("no answer");
    }

    @Test
    void knowsWhatItReads() {
        // When
        var condition = compile("has(item.weight) && item.labels.exists(l, l == item.state)");

        // Then
        assertThat(condition.reads().fields())
                .containsExactlyInAnyOrder(Field.WEIGHT, Field.LABELS, Field.STATE);
        assertThat(condition.question().ask(facts()).saw())
                .isEqualTo(
                        "state=merged, labels=[bug, group::pipeline,"
                                + " team::Product Security Engineering], weight=none");
    }

    @Test
    void takesNoAnswerForNo() {
        // When
        var answer = compile("item.weight >= 3").question().ask(facts());

        // Then
        assertThat(answer.met()).isFalse();
        assertThat(answer.saw()).startsWith("weight=none (no answer: ");
    }

    @Test
    void stopsAnExpressionThatCostsTooMuch() {
        // Given
        var nested = "item.labels.all(a, item.labels.all(b, %s))";
        var costly = "item.state != ''";
        for (int depth = 0; depth < 5; depth++) {
            costly = nested.formatted(costly);
        }

        // When
        var answer = compile(costly).question().ask(facts());

        // Then
        assertThat(answer.met()).isFalse();
        assertThat(answer.saw()).contains("no answer: ITERATION_BUDGET_EXCEEDED");
    }
}
