package dev.pavior.labeling.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pavior.labeling.domain.WorkflowTrack.Move;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkflowTrackTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    -,            workflow::in dev,        in dev,          true
                    -,            workflow::complete,      complete,        false
                    in dev,       workflow::in review,     in review,       true
                    in dev,       workflow::complete,      complete,        false
                    in review,    workflow::Complete,      complete,        true
                    in dev,       workflow::day dreaming,  day dreaming,    false
                    in dev,       -,                       -,               true
                    """)
    void movesToTheStateOfTheLabel(String before, String label, String state, boolean legal) {
        // Given
        var story = Story.ofIssue();
        story.labelled(before == null ? new String[0] : new String[] {"workflow::" + before});

        // When
        story.labelled(label == null ? new String[0] : new String[] {label});

        // Then
        var move = story.workflow().moves().getLast();
        assertThat(move)
                .extracting(Move::from, Move::to, Move::legal, Move::actorId, Move::source)
                .containsExactly(before, state, legal, 42L, "label");
        assertThat(move.at()).isEqualTo(Story.START.plusSeconds(120));
        assertThat(story.workflow().state()).isEqualTo(state);
    }

    @Test
    void doesNotMoveWhenAnythingElseChanges() {
        // Given
        var story = Story.ofIssue().labelled("workflow::in dev");

        // When
        story.labelled("workflow::in dev", "bug").in("closed");

        // Then
        assertThat(story.workflow().moves()).hasSize(1);
        assertThat(story.judged().moved()).isFalse();
    }

    @Test
    void takesTheLabelThatCameLastWhereTheOldOneStayed() {
        // Given
        var story = Story.ofIssue().labelled("workflow::in review");

        // When
        story.labelled("workflow::in review", "workflow::in dev");

        // Then
        assertThat(story.workflow().state()).isEqualTo("in dev");
    }

    @Test
    void staysWhereItIsWhileTwoLabelsStay() {
        // Given
        var story = Story.ofIssue().labelled("workflow::in review");
        story.labelled("workflow::in review", "workflow::in dev");

        // When
        story.labelled("workflow::in review", "workflow::in dev", "bug");

        // Then
        assertThat(story.workflow().moves()).hasSize(2);
    }

    @Test
    void fallsBackToTheLabelThatRemains() {
        // Given
        var story = Story.ofIssue().labelled("workflow::in review");
        story.labelled("workflow::in review", "workflow::in dev");

        // When
        story.labelled("workflow::in review");

        // Then
        assertThat(story.workflow().state()).isEqualTo("in review");
    }

    @Test
    void takesTheFirstByNameOfSeveralNewLabels() {
        // Given
        var story = Story.ofIssue();

        // When
        story.labelled("workflow::verification", "workflow::blocked");

        // Then
        assertThat(story.workflow().state()).isEqualTo("blocked");
    }

    @Test
    void keepsEveryMove() {
        // Given
        var story = Story.ofIssue();

        // When
        List.of("in dev", "in review", "complete")
                .forEach(state -> story.labelled("workflow::" + state));

        // Then
        assertThat(story.workflow().moves())
                .extracting(Move::from, Move::to, Move::revision)
                .containsExactly(
                        tuple(null, "in dev", 1L),
                        tuple("in dev", "in review", 2L),
                        tuple("in review", "complete", 3L));
    }
}
