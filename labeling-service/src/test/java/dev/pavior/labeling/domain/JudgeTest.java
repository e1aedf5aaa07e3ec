package dev.pavior.labeling.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.labeling.domain.Condition.Answer;
import dev.pavior.labeling.domain.Decision.Match;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JudgeTest {

    private static final String CANDIDATE = "ProdSecEng Candidate";
    private static final String PENDING = "ProdSecEngMetric::Pending";
    private static final String PAVED = "ProdSecEngMetric::Paved Road";

    /** A candidate without a metric label gets Pending. */
    private static final Policy CATEGORISE =
            new Policy(
                    "categorise",
                    "test:1",
                    Kind.ISSUE,
                    List.of(Condition.labels(List.of(CANDIDATE)), noMetricLabel()),
                    new Action(List.of(PENDING), List.of()));

    /** A closed issue is no candidate any more. */
    private static final Policy RETIRE =
            new Policy(
                    "retire",
                    "test:2",
                    Kind.ISSUE,
                    List.of(Condition.state("closed"), Condition.labels(List.of(CANDIDATE))),
                    new Action(List.of(), List.of(CANDIDATE)));

    private static Condition noMetricLabel() {
        return new Condition(
                "no metric label",
                Reads.fields(Set.of(Field.METRIC_LABELS)),
                facts ->
                        new Answer(
                                facts.show(Field.METRIC_LABELS),
                                facts.members(Field.METRIC_LABELS).isEmpty()));
    }

    @Test
    void asksForPendingOnCandidateWithoutMetricLabel() {
        // Given
        var story = Story.ofIssue(CATEGORISE);

        // When
        story.labelled(CANDIDATE, "bug");

        // Then
        var match = story.theOneOwed();
        assertThat(match.missing()).isEqualTo(new Action(List.of(PENDING), List.of()));
        assertThat(match.since()).isEqualTo(Story.START.plusSeconds(60));
        assertThat(match.seen())
                .extracting(Decision.Seen::saw)
                .containsExactly("[" + CANDIDATE + "]", "[]");
        assertThat(match.editId()).matches("[0-9a-f]{32}");
    }

    @Test
    void leavesItemAloneThatHasTheMetricLabelByAnAlias() {
        // Given
        var story = Story.ofIssue(CATEGORISE);

        // When
        story.labelled(CANDIDATE, "ProdSecEngMetrics::Paved Road");

        // Then
        assertThat(story.owed()).isEmpty();
        assertThat(story.judged().decisionChanged()).isFalse();
    }

    @Test
    void leavesOtherKindsAlone() {
        // Given
        var story = new Story(Kind.MERGE_REQUEST, CATEGORISE);

        // When
        story.labelled(CANDIDATE);

        // Then
        assertThat(story.judged().decision().matches()).isEmpty();
    }

    @Test
    void owesNothingOnTheEchoOfItsOwnEdit() {
        // Given
        var story = Story.ofIssue(CATEGORISE).labelled(CANDIDATE);

        // When
        story.carriedOut();

        // Then
        assertThat(story.owed()).isEmpty();
    }

    @Test
    void asksAgainOnEachRevisionWhileThereIsNoFinalResult() {
        // Given
        var story = Story.ofIssue(CATEGORISE).labelled(CANDIDATE);
        var first = story.theOneOwed().editId();

        // When
        story.labelled(CANDIDATE, "bug");

        // Then
        assertThat(story.theOneOwed().editId()).isEqualTo(first);
        assertThat(story.judged().decisionChanged()).isFalse();
    }

    @Test
    void leavesALabelOffThatAPersonRemoved() {
        // Given
        var story = Story.ofIssue(CATEGORISE).labelled(CANDIDATE).carriedOut();

        // When
        story.labelled(CANDIDATE);

        // Then
        assertThat(story.judged().decision().matches()).hasSize(1);
        assertThat(story.owed()).isEmpty();
    }

    @Test
    void leavesARemovedLabelOffWhateverElseChanges() {
        // Given
        var story = Story.ofIssue(CATEGORISE).labelled(CANDIDATE).carriedOut().labelled(CANDIDATE);

        // When
        story.labelled(CANDIDATE, "bug").weighing(3).in("closed");

        // Then
        assertThat(story.owed()).isEmpty();
    }

    @Test
    void asksAnewWhenTheFactsWentThereAndBack() {
        // Given
        var story = Story.ofIssue(CATEGORISE).labelled(CANDIDATE);
        var first = story.theOneOwed().editId();
        story.carriedOut().labelled(CANDIDATE, PAVED);

        // When
        story.labelled(CANDIDATE);

        // Then
        assertThat(story.theOneOwed().editId()).isNotEqualTo(first);
    }

    @Test
    void asksAnewWhenTheFactsWentThereAndBackWithinOneTickOfGitLabsClock() {
        // Given
        var story = Story.ofIssue(CATEGORISE).labelled(CANDIDATE);
        var first = story.theOneOwed().editId();
        story.atOnceLabelled();

        // When
        story.atOnceLabelled(CANDIDATE);

        // Then
        assertThat(story.theOneOwed().editId()).isNotEqualTo(first);
    }

    @Test
    void leavesALabelOnThatAPersonPutBack() {
        // Given
        var story = Story.ofIssue(RETIRE).labelled(CANDIDATE).in("closed").carriedOut();

        // When
        story.labelled(CANDIDATE);

        // Then
        assertThat(story.owed()).isEmpty();
    }

    @Test
    void takesALabelOffAgainWhenTheIssueIsClosedAgain() {
        // Given
        var story = Story.ofIssue(RETIRE).labelled(CANDIDATE).in("closed").carriedOut();
        story.labelled(CANDIDATE).in("opened");

        // When
        story.in("closed");

        // Then
        assertThat(story.theOneOwed().missing().remove()).containsExactly(CANDIDATE);
    }

    @Test
    void givesTheSameIdWhenThePolicyCameLater() {
        // Given
        var always = Story.ofIssue(CATEGORISE).labelled(CANDIDATE).labelled(CANDIDATE, "bug");
        var later = Story.ofIssue().labelled(CANDIDATE);

        // When
        later.under(RETIRE, CATEGORISE).labelled(CANDIDATE, "bug");

        // Then
        assertThat(later.owed()).extracting(Match::editId).containsExactly(id(always));
        assertThat(later.owed())
                .extracting(Match::since)
                .containsExactly(always.theOneOwed().since());
    }

    private static String id(Story story) {
        return story.theOneOwed().editId();
    }

    @Test
    void ignoresARevisionThatIsNotNewer() {
        // Given
        var story = Story.ofIssue(CATEGORISE).labelled(CANDIDATE).next();

        // When
        story.again(1);

        // Then
        assertThat(story.last()).isInstanceOf(Judgement.Stale.class);
    }

    @Test
    void asksNothingOfAnItemThatIsGone() {
        // Given
        var story = Story.ofIssue(CATEGORISE).labelled(CANDIDATE);

        // When
        story.vanished();

        // Then
        assertThat(story.last()).isInstanceOf(Judgement.Gone.class);
    }

    @Test
    void learnsAResultBeforeItEverSawTheItem() {
        // Given
        var id = Story.ofIssue(CATEGORISE).labelled(CANDIDATE).theOneOwed().editId();
        var story = Story.ofIssue(CATEGORISE).settled(id);

        // When
        story.labelled(CANDIDATE);

        // Then
        assertThat(story.owed()).isEmpty();
        assertThat(story.judged().decision().matches()).hasSize(1);
    }
}
