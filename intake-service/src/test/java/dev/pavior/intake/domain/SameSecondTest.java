package dev.pavior.intake.domain;

import static dev.pavior.intake.domain.Seeing.last;
import static dev.pavior.intake.domain.SightBuilder.MORNING;
import static dev.pavior.intake.domain.State.CLOSED;
import static dev.pavior.intake.domain.State.OPENED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several changes within one second, of which old hooks tell the second only. */
class SameSecondTest {

    @Test
    void staysConfidentialWhenAnEquallyOldHookComesLate() {
        // Given: a label edit and the flip in one second, and the hook of the edit comes last
        var flip = hook(0, 1000).confidential(true).build();
        var edit = hook(0, 9000).confidential(false).labels("bug").build();

        // When
        var facts = last(List.of(flip, edit));

        // Then
        assertThat(facts.confidential()).isTrue();
        assertThat(facts.planning().labels()).containsExactly("bug");
        assertThat(last(List.of(edit, flip))).isEqualTo(facts);
    }

    @Test
    void becomesConfidentialByAHookThatTellsTheSecondOnly() {
        // Given
        var read = read(100, 400).confidential(false).build();
        var flip = hook(0, 1000).confidential(true).build();

        // When
        var facts = last(List.of(read, flip));

        // Then
        assertThat(facts.confidential()).isTrue();
        assertThat(last(List.of(flip, read))).isEqualTo(facts);
    }

    @Test
    void isOpenAgainWhenALaterReadFindsItSo() {
        // Given: flipped there and back in one second, and the hooks come in the wrong order
        var open = hook(0, 1000).confidential(false).build();
        var flip = hook(0, 1100).confidential(true).build();
        var read = read(900, 60_900).confidential(false).build();

        // When
        var before = last(List.of(open, flip));
        var after = last(List.of(open, flip, read));

        // Then
        assertThat(before.confidential()).isTrue();
        assertThat(after.confidential()).isFalse();
        assertThat(last(List.of(read, flip, open))).isEqualTo(after);
    }

    @Test
    void takesWhatAHookTellsOfTheSecondOverAnOlderRead() {
        // Given
        var read = read(100, 400).foundNow(OPENED).labels("a").build();
        var hook = hook(0, 1000).state(CLOSED).labels("b").build();

        // When
        var facts = last(List.of(read, hook));

        // Then
        assertThat(facts.planning().labels()).containsExactly("b");
        assertThat(facts.lifecycle().state()).isEqualTo(CLOSED);
        assertThat(facts.lifecycle().closed().at()).isEqualTo(MORNING);
        assertThat(last(List.of(hook, read))).isEqualTo(facts);
    }

    @Test
    void takesWhatALongLaterReadShowsOverEveryHookOfTheSecond() {
        // Given: the hook of the reopening was lost
        var closed = hook(0, 1000).state(CLOSED).labels("a").build();
        var read = read(300, 90_000).foundNow(OPENED).labels("renamed").build();

        // When
        var facts = last(List.of(closed, read));

        // Then
        assertThat(facts.planning().labels()).containsExactly("renamed");
        assertThat(facts.lifecycle().state()).isEqualTo(OPENED);
        assertThat(last(List.of(read, closed))).isEqualTo(facts);
    }

    @Test
    void keepsTheOrderOfHooksThatTellTheMillisecond() {
        // Given
        var first = hook(100, 9000).labels("a").build();
        var second = hook(200, 1000).labels("b").build();

        // When
        var facts = last(List.of(second, first));

        // Then
        assertThat(facts.planning().labels()).containsExactly("b");
    }

    @Test
    void keepsTheOrderOfHooksOfWhichOneTellsTheFirstMillisecond() {
        // Given: a time that happens to lie at the beginning of its second
        var beginning = Age.precise(millis(0));
        var first = SightBuilder.of(new Age(beginning, millis(9000))).labels("a").build();
        var second = hook(200, 1000).labels("b").build();

        // When
        var facts = last(List.of(second, first));

        // Then
        assertThat(facts.planning().labels()).containsExactly("b");
    }

    static IntStream seeds() {
        return IntStream.range(0, 500);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void mergesThemInAnyGrouping(int seed) {
        // Given
        var random = new Random(seed);
        var one = any(random);
        var two = any(random);
        var three = any(random);

        // Then
        assertThat(one.merge(two).merge(three)).isEqualTo(one.merge(two.merge(three)));
        assertThat(one.merge(two)).isEqualTo(two.merge(one));
        assertThat(one.merge(one)).isEqualTo(one);
    }

    private static Picture any(Random random) {
        var at = List.of(0, 0, 100, 300, 999).get(random.nextInt(5));
        var seenAt = List.of(400, 1000, 61_000).get(random.nextInt(3));
        return (random.nextBoolean() ? hook(at, seenAt) : read(at, seenAt))
                .state(State.values()[random.nextInt(5)])
                .shows(Field.CONFIDENTIAL, List.of(true, false).get(random.nextInt(2)))
                .labels("l" + random.nextInt(3))
                .build()
                .picture();
    }

    private static SightBuilder hook(int at, int seenAt) {
        return SightBuilder.of(age(at, seenAt));
    }

    private static SightBuilder read(int at, int seenAt) {
        return SightBuilder.of(age(at, seenAt).ofRead());
    }

    private static Age age(int at, int seenAt) {
        return new Age(millis(at), millis(seenAt));
    }

    private static Instant millis(int after) {
        return MORNING.plusMillis(after);
    }
}
