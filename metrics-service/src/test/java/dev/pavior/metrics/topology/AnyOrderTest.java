package dev.pavior.metrics.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.metrics.Revisions;
import dev.pavior.metrics.domain.Items;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However revisions are shuffled and repeated, the numbers are those of a plain recomputation. */
class AnyOrderTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void givesTheNumbersOfAPlainRecomputation(long seed) {
        // Given
        var random = new Random(seed);
        var revisions = Revisions.of(6, 4, random);
        var delivered = Revisions.disordered(revisions, random);
        try (var topology = new DrivenTopology()) {

            // When
            topology.see(delivered);

            // Then
            assertThat(topology.numbers()).isEqualTo(Numbers.of(revisions, Items.CHARTER));
            assertThat(topology.outcomes).hasSameSizeAs(delivered);
        }
    }
}
