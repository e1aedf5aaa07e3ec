package dev.pavior.handoff.domain;

import static dev.pavior.handoff.domain.Charter.AUTHENTICATION;
import static dev.pavior.handoff.domain.Charter.COMPLIANCE;
import static dev.pavior.handoff.domain.Story.at;
import static dev.pavior.handoff.domain.Story.closed;
import static dev.pavior.handoff.domain.Story.confidential;
import static dev.pavior.handoff.domain.Story.gone;
import static dev.pavior.handoff.domain.Story.hour;
import static dev.pavior.handoff.domain.Story.issue;
import static dev.pavior.handoff.domain.Story.left;
import static dev.pavior.handoff.domain.Story.mergeRequest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.handoff.domain.Decision.Publish;
import dev.pavior.handoff.domain.Decision.Reason;
import dev.pavior.handoff.domain.Decision.Silent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HandoverRuleTest {

    static Stream<Arguments> finished() {
        return Stream.of(
                Arguments.of("complete and open", issue(2, AUTHENTICATION), at(2, "complete")),
                Arguments.of(
                        "complete and closed", closed(issue(2, AUTHENTICATION)), at(2, "complete")),
                Arguments.of(
                        "closed, its label taken off after completion",
                        closed(issue(3, AUTHENTICATION)),
                        left(2, "complete")),
                Arguments.of(
                        "labelled after completion", issue(5, AUTHENTICATION), at(2, "complete")),
                Arguments.of(
                        "a group label by a former name",
                        issue(2, "group::authn"),
                        at(2, "complete")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("finished")
    void proposesFinishedWorkToItsOwner(String situation, Item item, Workflow workflow) {
        // When
        var story = new Story().then(item).then(workflow);

        // Then
        assertThat(story.handoff().state()).isEqualTo(HandoffState.PROPOSED);
        assertThat(story.handoff().team()).isEqualTo("Authentication");
        assertThat(story.handoff().groupLabels()).containsExactly(AUTHENTICATION);
    }

    static Stream<Arguments> unfinished() {
        return Stream.of(
                Arguments.of("no group label", issue(2, "bug"), at(2, "complete")),
                Arguments.of("still in development", issue(2, AUTHENTICATION), at(2, "in dev")),
                Arguments.of(
                        "closed while in development",
                        closed(issue(2, AUTHENTICATION)),
                        at(2, "in dev")),
                Arguments.of(
                        "closed, its label taken off before completion",
                        closed(issue(3, AUTHENTICATION)),
                        left(2, "in dev")),
                Arguments.of(
                        "open, its label taken off after completion",
                        issue(3, AUTHENTICATION),
                        left(2, "complete")),
                Arguments.of(
                        "closed, never in the workflow",
                        closed(issue(2, AUTHENTICATION)),
                        new Workflow(2, hour(2), null, null)),
                Arguments.of("a merge request", mergeRequest(2, AUTHENTICATION), at(2, "complete")),
                Arguments.of("gone", gone(issue(2, AUTHENTICATION)), at(2, "complete")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unfinished")
    void proposesNothingElse(String situation, Item item, Workflow workflow) {
        // When
        var story = new Story().then(item).then(workflow);

        // Then
        assertThat(story.last()).isEqualTo(new Silent(Reason.NOT_DUE));
        assertThat(story.handoff()).isNull();
    }

    @Test
    void saysWhyAndSinceWhen() {
        // When
        var story = new Story().then(issue(1, AUTHENTICATION)).then(at(1, "complete"));

        // Then
        assertThat(story.last())
                .isEqualTo(
                        new Publish(
                                new Handoff(
                                        Story.KEY,
                                        HandoffState.PROPOSED,
                                        hour(1),
                                        List.of(AUTHENTICATION),
                                        "Authentication",
                                        "Complete; Authentication owns group::authentication.",
                                        false,
                                        1,
                                        1)));
    }

    @Test
    void startsWithTheLaterOfItsTwoCauses() {
        // When
        var story = new Story().then(at(2, "complete")).then(issue(5, AUTHENTICATION));

        // Then
        assertThat(story.handoff().since()).isEqualTo(hour(5));
    }

    @Test
    void proposesToNobodyWhereTheOwnerIsUnknown() {
        // When
        var story = new Story().then(issue(1, "group::unheard of")).then(at(1, "complete"));

        // Then
        assertThat(story.handoff().state()).isEqualTo(HandoffState.PROPOSED);
        assertThat(story.handoff().team()).isNull();
        assertThat(story.handoff().reason())
                .contains("names no owner for group::unheard of")
                .contains("nobody is pinged");
    }

    @Test
    void proposesToNobodyWhereTwoLabelsNameDifferentOwners() {
        // When
        var story = new Story().then(issue(1, COMPLIANCE, AUTHENTICATION)).then(at(1, "complete"));

        // Then
        assertThat(story.handoff().team()).isNull();
        assertThat(story.handoff().groupLabels()).containsExactly(AUTHENTICATION, COMPLIANCE);
        assertThat(story.handoff().reason())
                .contains("Authentication and Compliance")
                .contains("nobody is pinged");
    }

    @Test
    void proposesToTheOneOwnerThatTwoLabelsName() {
        // When
        var story =
                new Story()
                        .then(issue(1, "group::sign-in", AUTHENTICATION))
                        .then(at(1, "complete"));

        // Then
        assertThat(story.handoff().team()).isEqualTo("Authentication");
    }

    @Test
    void proposesToNobodyWhereOneOfTwoLabelsIsUnknown() {
        // When
        var story =
                new Story()
                        .then(issue(1, "group::unheard of", AUTHENTICATION))
                        .then(at(1, "complete"));

        // Then
        assertThat(story.handoff().team()).isNull();
        assertThat(story.handoff().reason()).contains("no owner for group::unheard of:");
    }

    static Stream<Arguments> withdrawals() {
        return Stream.of(
                Arguments.of("reopened", issue(2, AUTHENTICATION), at(2, "in dev"), "in dev"),
                Arguments.of("group label taken off", issue(2), at(1, "complete"), "group label"),
                Arguments.of("gone", gone(issue(2, AUTHENTICATION)), at(1, "complete"), "seen"),
                Arguments.of(
                        "workflow label taken off",
                        issue(2, AUTHENTICATION),
                        left(2, "complete"),
                        "no workflow state"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withdrawals")
    void withdrawsWhatNoLongerHolds(String what, Item item, Workflow workflow, String why) {
        // Given
        var story = new Story().then(issue(1, AUTHENTICATION)).then(at(1, "complete"));

        // When
        story.then(item).then(workflow);

        // Then
        assertThat(story.handoff().state()).isEqualTo(HandoffState.WITHDRAWN);
        assertThat(story.handoff().since()).isEqualTo(hour(2));
        assertThat(story.handoff().reason()).contains(why);
        assertThat(story.handoff().team()).isEqualTo("Authentication");
    }

    @Test
    void proposesAnewWhatIsCompleteAgain() {
        // Given
        var story = new Story().then(issue(1, AUTHENTICATION)).then(at(1, "complete"));
        story.then(issue(2, AUTHENTICATION)).then(at(2, "in dev"));

        // When
        story.then(issue(3, AUTHENTICATION)).then(at(3, "complete"));

        // Then
        assertThat(story.handoff().state()).isEqualTo(HandoffState.PROPOSED);
        assertThat(story.handoff().since()).isEqualTo(hour(3));
    }

    @Test
    void namesTheNewOwnerWhenTheLabelChanges() {
        // Given
        var story = new Story().then(issue(1, AUTHENTICATION)).then(at(1, "complete"));

        // When
        story.then(issue(2, COMPLIANCE));

        // Then
        assertThat(story.handoff().team()).isEqualTo("Compliance");
        assertThat(story.handoff().since()).isEqualTo(hour(1));
    }

    @Test
    void carriesConfidentiality() {
        // When
        var story =
                new Story().then(confidential(issue(1, AUTHENTICATION))).then(at(1, "complete"));

        // Then
        assertThat(story.handoff().confidential()).isTrue();
    }

    @Test
    void hidesAWithdrawnHandoffOfAnItemThatBecomesConfidential() {
        // Given
        var story = new Story().then(issue(1, AUTHENTICATION)).then(at(1, "complete"));
        story.then(issue(2, AUTHENTICATION)).then(at(2, "in dev"));

        // When
        story.then(confidential(issue(3, AUTHENTICATION)));

        // Then
        assertThat(story.handoff().state()).isEqualTo(HandoffState.WITHDRAWN);
        assertThat(story.handoff().confidential()).isTrue();
        assertThat(story.handoff().reason()).contains("in dev");
    }

    @Test
    void saysNothingOfRevisionsThatChangeNothingHere() {
        // Given
        var story = new Story().then(issue(1, AUTHENTICATION)).then(at(1, "complete"));

        // When
        story.then(issue(2, AUTHENTICATION, "another label"));

        // Then
        assertThat(story.last()).isEqualTo(new Silent(Reason.UNCHANGED));
        assertThat(story.handoff().revision()).isEqualTo(1);
    }

    @Test
    void waitsForTheItem() {
        // When
        var story = new Story().then(at(1, "complete"));

        // Then
        assertThat(story.last()).isEqualTo(new Silent(Reason.WAITING));
    }

    @Test
    void waitsForTheStateThatTheWorkflowHasSeen() {
        // When
        var story = new Story().then(issue(1, AUTHENTICATION)).then(at(2, "complete"));

        // Then
        assertThat(story.last()).isEqualTo(new Silent(Reason.WAITING));
    }

    @Test
    void repeatsNoHistory() {
        // Given
        var proposed = new Story().then(issue(1, AUTHENTICATION)).then(at(1, "complete"));
        var withdrawn = proposed.then(issue(2, AUTHENTICATION)).then(at(2, "in dev")).handoff();

        // When
        var dossier = new Dossier(issue(1, AUTHENTICATION), at(1, "complete"), withdrawn);

        // Then
        assertThat(Charter.RULE.decide(dossier)).isEqualTo(new Silent(Reason.OVERTAKEN));
    }
}
