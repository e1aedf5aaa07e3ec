package dev.pavior.intake.domain;

import static dev.pavior.intake.domain.SightBuilder.at;
import static dev.pavior.intake.domain.SightBuilder.minute;
import static dev.pavior.intake.domain.State.CLOSED;
import static dev.pavior.intake.domain.State.MERGED;
import static dev.pavior.intake.domain.State.OPENED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.intake.domain.Assembly.Revised;
import dev.pavior.intake.domain.Assembly.Unchanged;
import dev.pavior.intake.domain.Facts.End;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
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
                        at(1).state(OPENED).labels("feature").milestone(3L).build());

        // When
        var last = revisions(sights).getLast();

        // Then
        assertThat(last.facts().milestoneId()).isEqualTo(3L);
        assertThat(last.facts().labels()).containsExactly("bug");
        assertThat(last.facts().state()).isEqualTo(CLOSED);
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
        assertThat(forwards.state()).isEqualTo(MERGED);
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
        assertThat(forwards.labels()).containsExactly("b");
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
        assertThat(facts.labels()).containsExactly("b");
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
                .extracting(r -> r.facts().merged())
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
                .extracting(r -> r.facts().closed())
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
        assertThat(facts.labels()).containsExactly("right");
    }

    @Test
    void endsInTheSameStateForAnyOrderAndAnyRepetition() {
        var random = new Random(20260302);
        for (int round = 0; round < 300; round++) {
            // Given
            var sights = randomSights(random);
            var expected = last(sights);

            // When
            var shuffled = new ArrayList<>(sights);
            sights.stream().filter(sight -> random.nextBoolean()).forEach(shuffled::add);
            Collections.shuffle(shuffled, random);
            var revised = revisions(shuffled);

            // Then
            assertThat(revised.getLast().facts()).as("round %d", round).isEqualTo(expected);
            assertThat(revised)
                    .extracting(Revised::revision)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, revised.size())
                                    .mapToObj(Long::valueOf)
                                    .toList());
            assertThat(revised).extracting(Revised::validFrom).isSorted();
        }
    }

    private static List<Sight> randomSights(Random random) {
        var sights = new ArrayList<Sight>();
        for (int minute = 0; minute < 2 + random.nextInt(18); minute++) {
            var sight = at(minute).delivery("d" + minute);
            if (random.nextInt(4) > 0) {
                sight.state(List.of(OPENED, CLOSED, OPENED, CLOSED, MERGED).get(random.nextInt(5)));
            }
            if (random.nextBoolean()) {
                sight.labels("l" + random.nextInt(3));
            }
            if (random.nextInt(5) == 0) {
                sight.closedAt(random.nextBoolean() ? minute(minute).minusSeconds(5) : null);
            }
            if (random.nextInt(8) == 0) {
                sight.mergedAt(minute(minute).minusSeconds(9));
            }
            if (random.nextInt(3) == 0) {
                sight.confidential(random.nextBoolean());
            }
            if (random.nextInt(3) == 0) {
                sight.text(Text.of("title", "- [ ] step " + random.nextInt(3)));
            }
            sights.add(sight.build());
        }
        return sights;
    }

    private static Facts last(List<Sight> sights) {
        return revisions(sights).getLast().facts();
    }

    private static List<Revised> revisions(List<Sight> sights) {
        var revised = new ArrayList<Revised>();
        Memory memory = null;
        for (var sight : sights) {
            var assembly = Assembly.of(memory, sight);
            memory = assembly.memory();
            switch (assembly) {
                case Revised revision -> revised.add(revision);
                case Unchanged unchanged -> {}
            }
        }
        return revised;
    }
}
