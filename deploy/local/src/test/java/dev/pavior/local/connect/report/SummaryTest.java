package dev.pavior.local.connect.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.contract.ItemKey;
import dev.pavior.contract.ItemKey.Container;
import dev.pavior.local.connect.findings.Charters;
import dev.pavior.local.connect.findings.Findings;
import dev.pavior.local.connect.findings.Item;
import dev.pavior.local.connect.findings.Milestone;
import dev.pavior.local.connect.findings.Places;
import dev.pavior.local.connect.findings.Wish;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.dataformat.yaml.YAMLMapper;

class SummaryTest {

    private static final String PENDING = "ProdSecEngMetric::Pending";

    private final List<Item> items = new ArrayList<>();
    private final List<Wish> wishes = new ArrayList<>();
    private final Places places = new Places();

    @Test
    void countsItemsByKindAndPlace() {
        // Given
        places.put(Container.PROJECT, 5, "acme/gateway");
        issue(5, 1, "opened");
        items.add(item(ItemKey.issue("host", 5, 2), "closed", OptionalLong.empty(), true));
        mergeRequest(5, 1, "merged");
        mergeRequest(8, 1, "opened");
        // When
        var text = text();
        // Then
        assertThat(text)
                .containsPattern("issue +2 +1 +1 +0 +1\n")
                .containsPattern("merge request +2 +1 +0 +1 +0\n")
                .containsPattern("all +4 +2 +1 +1 +1\n")
                .containsPattern("acme/gateway +3 +1 +1 +1 +1\n")
                .containsPattern("project 8 +1 +1 +0 +0 +0\n");
    }

    @Test
    void countsAnItemOnceForALabelThatItHasByTwoNames() {
        // Given
        issue(5, 1, "opened", "ProdSecEngMetric::Paved Road", "ProdSecEngMetric::Paved Roads");
        issue(5, 2, "opened", "ProdSecEngMetrics::Paved Road", "bug");
        // When
        var text = text();
        // Then
        assertThat(text)
                .containsPattern("ProdSecEngMetric::Paved Road +2 +1\n")
                .containsPattern("bug +1\n")
                .contains("On no item: ProdSecEng Candidate, Product Security Engineering Team,");
    }

    @Test
    void offersAliasesThatTheTaxonomyCanRead() {
        // Given
        issue(5, 1, "opened", "prodsecengmetric::paved-road");
        issue(5, 2, "opened", "ProdSecEng \"Candidate\"");
        // When
        var yaml = markdown().split("```yaml\n")[1].split("```")[0];
        // Then
        assertThat(new YAMLMapper().readTree(yaml).path("aliases").propertyStream())
                .extracting(entry -> entry.getKey() + " -> " + entry.getValue().stringValue())
                .containsExactlyInAnyOrder(
                        "prodsecengmetric::paved-road -> ProdSecEngMetric::Paved Road",
                        "ProdSecEng \"Candidate\" -> ProdSecEng Candidate");
    }

    @Test
    void listsWhatEachPolicyWouldHaveDoneByReference() {
        // Given
        places.put(Container.PROJECT, 5, "acme/gateway");
        LongStream.rangeClosed(1, 4).forEach(iid -> wish(ItemKey.issue("host", 5, iid)));
        wish(ItemKey.mergeRequest("host", 5, 9));
        // When
        var text = text();
        // Then
        assertThat(text)
                .containsPattern(
                        "needs-a-metric +5 +\\+ProdSecEngMetric::Pending +acme/gateway!9"
                                + " acme/gateway#1 acme/gateway#2\n");
    }

    @Test
    void tellsMilestonesThatNothingCanBeMeasuredAgainst() {
        // Given
        items.add(item(ItemKey.issue("host", 5, 1), "opened", OptionalLong.of(2), false));
        // When
        var text = text();
        // Then
        assertThat(text)
                .containsPattern("18.1 +group 7 +2026-01-01 +2026-01-31 +active +0 +0\n")
                .containsPattern("Someday +group 7 +- +- +active +1 +0\n")
                .contains("Without both dates nothing can be measured against a milestone: 1.")
                .doesNotContain("Long ago");
    }

    @Test
    void tellsTheTeamsShareAndWhatItTook() {
        // Given
        issue(3, 1, "opened");
        issue(5, 1, "opened", "ProdSecEng Candidate", PENDING);
        issue(5, 2, "opened", "bug");
        // When
        var text = text();
        // Then
        assertThat(text)
                .contains("The team's by label or project: 2 of 3 items (67 %).")
                .contains("Of those with a metric label: 1 (50 %).")
                .contains("Open with the label ProdSecEng Candidate: 1.")
                .contains("Projects of team.yaml that were not seen here: 1.")
                .contains("1,234 requests in 2 minutes, within 50 % of the limit.")
                .contains("Not read: issues of group 9: no.")
                .contains("0 writes:");
    }

    @Test
    void cutsLongTablesOnTheTerminalAlone() {
        // Given
        LongStream.rangeClosed(1, 40).forEach(id -> issue(id + 10, 1, "opened"));
        // When
        var text = text();
        var markdown = markdown();
        // Then
        assertThat(text).contains("... and 25 more").doesNotContain("project 50 ");
        assertThat(markdown).contains("| project 50 |");
    }

    @Test
    void letsNoLabelBeMoreThanText() {
        // Given
        issue(5, 1, "opened", "a|b @all [x](http://y) <b>", "red\u001b[31m");
        // When
        var text = text();
        var markdown = markdown();
        // Then
        assertThat(text).doesNotContain("\u001b");
        assertThat(markdown)
                .contains("| `a\\|b @all [x](http://y) <b>` | 1 |")
                .doesNotContain("\u001b");
    }

    private String text() {
        return String.join("\n", PlainText.of(sections())) + "\n";
    }

    private String markdown() {
        return Markdown.of("A report", sections());
    }

    private List<Section> sections() {
        var milestones =
                List.of(
                        milestone(1, "18.1", Optional.of(LocalDate.parse("2026-01-01")), "active"),
                        milestone(2, "Someday", Optional.empty(), "active"),
                        milestone(3, "Long ago", Optional.of(LocalDate.EPOCH), "closed"));
        return Summary.of(
                new Findings(items, places, milestones, wishes),
                Charters.vocabulary(),
                List.of(new Kpi("Coverage", "50.0 % (1 of 2)", "-")),
                new Cost(
                        1234,
                        "50 % of the limit",
                        0,
                        Duration.ofSeconds(125),
                        List.of("issues of group 9: no")));
    }

    private void issue(long project, long iid, String state, String... labels) {
        var key = ItemKey.issue("host", project, iid);
        items.add(item(key, state, OptionalLong.empty(), false, labels));
    }

    private void mergeRequest(long project, long iid, String state) {
        var key = ItemKey.mergeRequest("host", project, iid);
        items.add(item(key, state, OptionalLong.empty(), false));
    }

    private void wish(ItemKey key) {
        wishes.add(new Wish(key, "needs-a-metric", List.of(PENDING), List.of()));
    }

    private static Item item(
            ItemKey key, String state, OptionalLong milestone, boolean hidden, String... labels) {
        return new Item(key, "", state, Set.of(labels), milestone, hidden);
    }

    private static Milestone milestone(
            long id, String title, Optional<LocalDate> start, String state) {
        return new Milestone(
                id, title, Container.GROUP, 7, start, start.map(day -> day.plusDays(30)), state);
    }
}
