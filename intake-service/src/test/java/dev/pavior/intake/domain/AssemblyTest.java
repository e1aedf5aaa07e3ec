package dev.pavior.intake.domain;

import static dev.pavior.intake.domain.Seeing.last;
import static dev.pavior.intake.domain.Seeing.revisions;
import static dev.pavior.intake.domain.SightBuilder.at;
import static dev.pavior.intake.domain.SightBuilder.minute;
import static dev.pavior.intake.domain.State.CLOSED;
import static dev.pavior.intake.domain.State.MERGED;
import static dev.pavior.intake.domain.State.OPENED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.intake.domain.Assembly.Revised;
import dev.pavior.intake.domain.Lifecycle.End;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssemblyTest {

    @Test
    void countsRevisionsFromOneWithoutGaps() {
        // Given
        var sights =
                List.of(
                        at(0).state(OPENED).build(),
                        at(1).state(OPENED).build(),
                        at(2).state(OPENED).labels("bug").build(),
                        at(3).state(CLOSED).labels("bug").build());

        // When
        var revised = revisions(sights);

        // Then
        assertThat(revised).extracting(Revised::revision).containsExactly(1L, 2L, 3L);
        assertThat(revised)
                .extracting(Revised::validFrom)
                .containsExactly(minute(0), minute(2), minute(3));
    }

    @Test
    void saysWhoCausedARevision() {
        // Given
        var sights =
                List.of(at(0).state(OPENED).build(), at(1).action("close").state(CLOSED).build());

        // When
        var revised = revisions(sights);

        // Then
        assertThat(revised.getLast().cause().action()).isEqualTo("close");
        assertThat(revised.getLast().cause().actorId()).isEqualTo(7L);
        assertThat(revised.getLast().observedAt()).isEqualTo(minute(1).plusSeconds(1));
    }

    @Test
    void ignoresALateSightOfFieldsThatAreNewer() {
        // Given
        var sights =
                List.of(
                        at(5).state(CLOSED).labels("bug").build(),
                        at(1).state(OPENED).labels("feature").build());

        // When
        var revised = revisions(sights);

        // Then
        assertThat(revised).hasSize(1);
    }

    @Test
    void fillsAFieldNobodySawFromALateSightWithoutTurningTimeBack() {
        // Given
        var sights =
                List.of(
                        at(5).state(CLOSED).labels("bug").build(),
                        at(1).state(OPENED)
                                .labels("feature")
                                .shows(Field.MILESTONE_ID, 3L)
                                .build());

        // When
        var last = revisions(sights).getLast();

        // Then
        assertThat(last.facts().planning().milestoneId()).isEqualTo(3L);
        assertThat(last.facts().planning().labels()).containsExactly("bug");
        assertThat(last.facts().lifecycle().state()).isEqualTo(CLOSED);
        assertThat(last.validFrom()).isEqualTo(minute(5));
    }

    @Test
    void keepsAMergeAgainstAnEquallyOldOpening() {
        // Given
        var merged = at(1, 2).state(MERGED).build();
        var opened = at(1, 3).state(OPENED).build();

        // When
        var forwards = last(List.of(merged, opened));
        var backwards = last(List.of(opened, merged));

        // Then
        assertThat(forwards.lifecycle().state()).isEqualTo(MERGED);
        assertThat(backwards).isEqualTo(forwards);
    }

    @Test
    void takesTheOneSeenLaterOfTwoEquallyOldSights() {
        // Given: GitLab's time stands still while labels are edited
        var before = at(1, 2).labels("a").build();
        var after = at(1, 3).labels("b").build();

        // When
        var forwards = last(List.of(before, after));
        var backwards = last(List.of(after, before));

        // Then
        assertThat(forwards.planning().labels()).containsExactly("b");
        assertThat(backwards).isEqualTo(forwards);
    }

    @Test
    void isNotTurnedBackByADeliverySentAgain() {
        // Given
        var sights =
                List.of(
                        at(1, 2).delivery("first").labels("a").build(),
                        at(1, 3).delivery("second").labels("b").build(),
                        at(1, 90).delivery("first").labels("a").build());

        // When
        var facts = last(sights);

        // Then
        assertThat(facts.planning().labels()).containsExactly("b");
    }

    @Test
    void saysNothingWhenTwinHooksTellTheSame() {
        // Given
        var sights =
                List.of(
                        at(1, 2).delivery("of the project").state(OPENED).labels("a").build(),
                        at(1, 3).delivery("of the group").state(OPENED).labels("a").build());

        // When
        var revised = revisions(sights);

        // Then
        assertThat(revised).hasSize(1);
    }

    @Test
    void isConfidentialUntilSomebodySaysItIsNot() {
        // Given
        var unsaid = at(1).state(OPENED).build();
        var open = at(2).confidential(false).build();

        // When
        var revised = revisions(List.of(unsaid, open));

        // Then
        assertThat(revised).extracting(r -> r.facts().confidential()).containsExactly(true, false);
    }

    @Test
    void takesTheEarliestSightOfAMergeUntilGitLabTellsTheTime() {
        // Given
        var sights =
                List.of(
                        at(9).state(MERGED).build(),
                        at(4).state(MERGED).build(),
                        at(10).state(MERGED).mergedAt(minute(3)).build());

        // When
        var revised = revisions(sights);

        // Then
        assertThat(revised)
                .extracting(r -> r.facts().lifecycle().merged())
                .containsExactly(
                        new End(minute(9), false),
                        new End(minute(4), false),
                        new End(minute(3), true));
    }

    @Test
    void dropsTheTimeOfAnEarlierClosureWhenReopened() {
        // Given
        var sights =
                List.of(
                        at(1).state(CLOSED).closedAt(minute(1)).build(),
                        at(2).state(OPENED).build(),
                        at(3).state(CLOSED).build(),
                        at(4).state(CLOSED).build());

        // When
        var revised = revisions(sights);

        // Then
        assertThat(revised)
                .extracting(r -> r.facts().lifecycle().closed())
                .containsExactly(new End(minute(1), true), End.NOT_YET, new End(minute(3), false));
    }

    @Test
    void recoversFromATimeInTheFarFuture() {
        // Given
        var skewed = Age.of(Instant.parse("2099-01-01T00:00:00Z"), minute(0));
        var poisoned = SightBuilder.of(skewed).labels("wrong").build();
        var later = at(6).labels("right").build();

        // When
        var facts = last(List.of(poisoned, later));

        // Then
        assertThat(skewed.at()).isEqualTo(minute(5));
        assertThat(facts.planning().labels()).containsExactly("right");
    }

    @Test
    void saysNothingWhenATimeIsOnlyKnownMoreExactly() {
        // Given
        var sights =
                List.of(
                        at(3).state(MERGED).build(),
                        at(3, 9).state(MERGED).mergedAt(minute(3).plusMillis(9)).build(),
                        at(4).state(MERGED).labels("bug").build());

        // When
        var revised = revisions(sights);

        // Then
        assertThat(revised)
                .extracting(r -> r.facts().lifecycle().merged())
                .containsExactly(new End(minute(3), false), new End(minute(3).plusMillis(9), true));
    }

    @Test
    void saysNothingWhenAReadFindsEmptyWhatNoHookShows() {
        // Given
        var sights =
                List.of(
                        at(1).state(OPENED).build(),
                        at(1, 9).foundNow(OPENED)
                                .shows(Field.UPVOTES, 0)
                                .shows(Field.LINKS, List.of())
                                .shows(Field.PARENT, null)
                                .shows(Field.APPROVED, false)
                                .build());

        // When
        var revised = revisions(sights);

        // Then
        assertThat(revised).hasSize(1);
    }

    @Test
    void isNotToldOfWhileItIsOnlyHeardOf() {
        // Given
        var sights =
                List.of(
                        at(1).shows(Field.MENTIONED_IN_NOTE, List.of("team")).build(),
                        at(2, 2).missed("deleted").build(),
                        at(3).state(OPENED).build());

        // When
        var revised = revisions(sights);

        // Then
        assertThat(revised).hasSize(1);
        assertThat(revised.getFirst().facts().engagement().mentions()).containsExactly("team");
        assertThat(revised.getFirst().facts().lifecycle().gone()).isNull();
    }

    @Test
    void isNotToldOfWhileItIsOnlyKnownToComeFromElsewhere() {
        // Given: whoever reads where an issue went has not looked at what it became there
        var sights =
                List.of(
                        at(9).shows(Field.MOVED_FROM, "gitlab.example/6/issue/1").build(),
                        at(3, 10).foundNow(OPENED).confidential(false).build());

        // When
        var revised = revisions(sights);

        // Then
        assertThat(revised).hasSize(1);
        assertThat(revised.getFirst().validFrom()).isEqualTo(minute(3));
        assertThat(revised.getFirst().facts().relations().movedFrom())
                .isEqualTo("gitlab.example/6/issue/1");
    }

    @Test
    void holdsFromNoLaterTimeWhenItIsHeardWhereItComesFrom() {
        // Given
        var sights =
                List.of(
                        at(3).state(OPENED).build(),
                        at(9).shows(Field.MOVED_FROM, "gitlab.example/6/issue/1").build(),
                        at(4).state(CLOSED).build());

        // When
        var revised = revisions(sights);

        // Then
        assertThat(revised)
                .extracting(Revised::validFrom)
                .containsExactly(minute(3), minute(3), minute(4));
    }

    @Test
    void isNotTurnedBackByADeliverySentAgainAfterAComment() {
        // Given
        var sights =
                List.of(
                        at(1, 2).delivery("first").labels("a").build(),
                        at(1, 3).delivery("second").labels("b").build(),
                        at(5).delivery("comment")
                                .shows(Field.MENTIONED_IN_NOTE, List.of("team"))
                                .build(),
                        at(1, 90).delivery("first").labels("a").build());

        // When
        var facts = last(sights);

        // Then
        assertThat(facts.planning().labels()).containsExactly("b");
    }

    @Test
    void keepsEveryMentionOfAComment() {
        // Given
        var sights =
                List.of(
                        at(1).state(OPENED).text("t", "for @team").build(),
                        at(3).shows(Field.MENTIONED_IN_NOTE, List.of("leads")).build(),
                        at(2).shows(Field.MENTIONED_IN_NOTE, List.of("all")).build(),
                        at(4).text("t", "for nobody").build());

        // When
        var facts = last(sights);

        // Then
        assertThat(facts.engagement().mentions()).containsExactly("all", "leads");
    }

    @Test
    void keepsWhereAnIssueMovedWhenALaterReadCannotResolveIt() {
        // Given
        var sights =
                List.of(
                        at(1).state(CLOSED).shows(Field.MOVED_TO_ID, 8L).build(),
                        at(2).shows(Field.MOVED_TO, "gitlab.example/8/issue/1").build(),
                        at(3).labels("bug").shows(Field.MOVED_TO, null).build());

        // When
        var facts = last(sights);

        // Then
        assertThat(facts.relations().movedTo()).isEqualTo("gitlab.example/8/issue/1");
    }

    @Test
    void closesWhatItsNewestWordsSayAndWhatOnlyGitLabKnows() {
        // Given
        var sights =
                List.of(
                        at(1).state(OPENED)
                                .shows(Field.CLOSES_SAID, List.of("h/1/issue/1"))
                                .shows(Field.CLOSES_READ, List.of("h/1/issue/9"))
                                .build(),
                        at(2).shows(Field.CLOSES_SAID, List.of("h/1/issue/2")).build(),
                        at(3).shows(Field.INTO_DEFAULT_BRANCH, false).build());

        // When
        var revised = revisions(sights);

        // Then
        assertThat(revised)
                .extracting(r -> r.facts().relations().closes())
                .containsExactly(
                        List.of("h/1/issue/1", "h/1/issue/9"),
                        List.of("h/1/issue/2", "h/1/issue/9"),
                        List.of("h/1/issue/9"));
    }

    @Test
    void keepsTheStartOfAClosureOverMoreSightsThanItRemembers() {
        // Given
        var sights = new ArrayList<Sight>();
        sights.add(at(0).state(OPENED).build());
        for (int minute = 1; minute < 200; minute++) {
            sights.add(at(minute).state(CLOSED).build());
        }

        // When
        var revised = revisions(sights);

        // Then
        assertThat(revised)
                .extracting(r -> r.facts().lifecycle().closed())
                .containsExactly(End.NOT_YET, new End(minute(1), false));
    }
}
