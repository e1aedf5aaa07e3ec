package dev.pavior.intake.domain;

import static dev.pavior.intake.domain.SightBuilder.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.intake.domain.Assembly.Revised;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random histories, seen by hooks and reads that come in any order, twice, or not at all. */
class HistoryTest {

    private static final int ROUNDS = 500;

    private static final List<String> KEYS = List.of("h/1/issue/1", "h/1/issue/2");

    static IntStream seeds() {
        return IntStream.range(0, ROUNDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void endsInTheSameFactsInAnyOrderWithNoMoreRevisionsThanChanges(int seed) {
        // Given
        var random = new Random(seed);
        var history = history(random);
        var sights = sights(random, history);
        var expected = Seeing.last(sights);

        // When
        var shown = repeated(random, sights);
        Collections.shuffle(shown, random);
        var revised = Seeing.revisions(shown);

        // Then
        assertThat(Seeing.last(shown)).isEqualTo(expected);
        assertThat(revised.getLast().facts().tellTheSameAs(expected)).isTrue();
        assertThat(revised.size()).isLessThanOrEqualTo(history.size());
        assertThat(revised)
                .extracting(Revised::revision)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, revised.size()).boxed().toList());
        assertThat(revised).extracting(Revised::validFrom).isSorted();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void mergesPicturesInAnyGrouping(int seed) {
        // Given
        var random = new Random(seed);
        var sights = sights(random, history(random));
        var one = any(random, sights);
        var two = any(random, sights);
        var three = any(random, sights);

        // Then
        assertThat(one.merge(two).merge(three)).isEqualTo(one.merge(two.merge(three)));
        assertThat(one.merge(two)).isEqualTo(two.merge(one));
        assertThat(one.merge(one)).isEqualTo(one);
    }

    /** What the item was like after each of its changes; each changes one thing. */
    private static List<Truth> history(Random random) {
        var history = new ArrayList<>(List.of(Truth.NEW));
        for (int change = 1; change < 2 + random.nextInt(12); change++) {
            history.add(history.getLast().changed(random, change));
        }
        return history;
    }

    /** Of each change: perhaps a hook, perhaps its twin, perhaps a read; of the last one a read. */
    private static List<Sight> sights(Random random, List<Truth> history) {
        var sights = new ArrayList<Sight>();
        for (int at = 0; at < history.size(); at++) {
            var truth = history.get(at);
            boolean hooks = at == 0 || truth.sendsHookAfter(history.get(at - 1));
            if (hooks && random.nextInt(10) > 0) {
                sights.add(truth.hook(at, "project " + at));
            }
            if (hooks && random.nextInt(3) == 0) {
                sights.add(truth.hook(at, "group " + at));
            }
            if (at == history.size() - 1 || random.nextInt(3) == 0) {
                sights.add(truth.read(at));
            }
        }
        return sights;
    }

    private static List<Sight> repeated(Random random, List<Sight> sights) {
        var shown = new ArrayList<>(sights);
        sights.stream().filter(sight -> random.nextBoolean()).forEach(shown::add);
        return shown;
    }

    private static Picture any(Random random, List<Sight> sights) {
        var miss = SightBuilder.at(random.nextInt(20)).missed("hidden").build();
        return random.nextInt(4) == 0
                ? miss.picture()
                : sights.get(random.nextInt(sights.size())).picture();
    }

    /** An item as GitLab has it. */
    private record Truth(
            State state, int label, int status, int words, int votes, int parent, Integer endedAt) {

        static final Truth NEW = new Truth(State.OPENED, 0, 0, 0, 0, 0, null);

        Truth changed(Random random, int at) {
            return switch (random.nextInt(6)) {
                case 0 -> new Truth(state, label + 1, status, words, votes, parent, endedAt);
                case 1 -> new Truth(state, label, status + 1, words, votes, parent, endedAt);
                case 2 -> new Truth(state, label, status, words + 1, votes, parent, endedAt);
                case 3 -> new Truth(state, label, status, words, votes + 1, parent, endedAt);
                case 4 -> new Truth(state, label, status, words, votes, 1 - parent, endedAt);
                default -> endedOrReopened(random, at);
            };
        }

        private Truth endedOrReopened(Random random, int at) {
            return switch (state) {
                case OPENED -> in(random.nextBoolean() ? State.CLOSED : State.MERGED, at);
                case CLOSED -> in(State.OPENED, null);
                default -> new Truth(state, label + 1, status, words, votes, parent, endedAt);
            };
        }

        private Truth in(State now, Integer ended) {
            return new Truth(now, label, status, words, votes, parent, ended);
        }

        boolean sendsHookAfter(Truth before) {
            return votes == before.votes && parent == before.parent;
        }

        /** A hook knows the status and not the votes, the parent or when it was merged. */
        Sight hook(int at, String delivery) {
            return both(SightBuilder.at(at).delivery(delivery).state(state))
                    .shows(Field.STATUS, status == 0 ? null : "s" + status)
                    .build();
        }

        /** A read comes later, and knows nothing of the status. */
        Sight read(int at) {
            return both(SightBuilder.at(at, at + 30).foundNow(state))
                    .mergedAt(state == State.MERGED ? minute(endedAt) : null)
                    .shows(Field.UPVOTES, votes)
                    .shows(Field.LINKS, List.of())
                    .shows(Field.APPROVED, false)
                    .shows(Field.PARENT, parent == 0 ? null : KEYS.get(parent))
                    .build();
        }

        private SightBuilder both(SightBuilder sight) {
            return sight.labels("l" + label)
                    .closedAt(state == State.CLOSED ? minute(endedAt) : null)
                    .confidential(false)
                    .shows(Field.CREATED_AT, minute(0))
                    .text("title", "words " + words);
        }
    }
}
