package dev.pavior.handoff.topology;

import static dev.pavior.handoff.Wire.AUTHENTICATION;
import static dev.pavior.handoff.Wire.COMPLIANCE;
import static dev.pavior.handoff.Wire.confidential;
import static dev.pavior.handoff.Wire.issue;
import static dev.pavior.handoff.Wire.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.contract.v1.Handoff;
import dev.pavior.contract.v1.HandoffState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the order and however often: what is said in the end is the same. */
class AnyOrderTest {

    private static final List<Object> STORY =
            List.of(
                    issue(1, 1, "bug"),
                    issue(1, 2, AUTHENTICATION),
                    workflow(1, 2, "in dev"),
                    issue(1, 3, AUTHENTICATION),
                    workflow(1, 3, "complete"),
                    issue(1, 4, AUTHENTICATION),
                    workflow(1, 4, "in dev"),
                    confidential(1, 5, COMPLIANCE),
                    workflow(1, 5, "complete"));

    @TempDir private Path state;

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void endsInTheSameHandoff(long seed) {
        // Given
        var shuffled = new ArrayList<>(STORY);
        shuffled.addAll(STORY);
        Collections.shuffle(shuffled, new Random(seed));

        // When
        try (var topology = new DrivenTopology(state)) {
            shuffled.forEach(topology::pipe);

            // Then
            assertFinal(topology.published());
            assertThat(topology.outcomes()).hasSameSizeAs(shuffled);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void saysNothingNewWhenReadAgainInAnotherOrder(long seed, @TempDir Path empty) {
        // Given
        var shuffled = new ArrayList<>(STORY);
        Collections.shuffle(shuffled, new Random(seed));
        try (var before = new DrivenTopology(state);
                var rebuilt = new DrivenTopology(empty)) {
            STORY.forEach(before::pipe);
            rebuilt.remember(before.publishedByKey());

            // When
            shuffled.forEach(rebuilt::pipe);

            // Then
            assertThat(rebuilt.published()).isEmpty();
        }
    }

    private static void assertFinal(List<Handoff> published) {
        var last = published.getLast();
        assertThat(last.getState()).isEqualTo(HandoffState.PROPOSED);
        assertThat(last.getTeam()).isEqualTo("Compliance");
        assertThat(last.getConfidential()).isTrue();
        assertThat(last.getRevision()).isEqualTo(5);
    }
}
