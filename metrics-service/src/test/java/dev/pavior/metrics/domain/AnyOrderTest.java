package dev.pavior.metrics.domain;

import static dev.pavior.metrics.domain.Items.CHARTER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However the revisions of an item are shuffled and repeated, the sums come out the same. */
class AnyOrderTest {

    private static final List<String> LABELS =
            List.of(
                    "bug",
                    "ProdSecEng Candidate",
                    "ProdSecEngMetric::ProdSecRequirement",
                    "ProdSecEngMetrics::ProdSecRequirement",
                    "ProdSecEngMetric::Pending",
                    "ProdSecEngMetric::Internal");
    private static final Instant SEPTEMBER = Instant.parse("2026-09-01T00:00:00Z");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 500);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void sumsToWhatTheNewestRevisionAdds(long seed) {
        // Given
        var random = new Random(seed);
        var revisions = IntStream.rangeClosed(1, 8).mapToObj(r -> revision(random, r)).toList();
        var delivered = new ArrayList<>(revisions);
        revisions.stream().filter(r -> random.nextInt(3) == 0).forEach(delivered::add);
        Collections.shuffle(delivered, random);

        // When
        var sums = sums(delivered);

        // Then
        var newest = revisions.stream().max(Comparator.comparingLong(Item::revision)).orElseThrow();
        var plain = new HashMap<Cell, Amount>();
        Kpis.contributions(newest, CHARTER).forEach(c -> plain.put(c.cell(), c.amount()));
        assertThat(sums).isEqualTo(plain);
    }

    private static Map<Cell, Amount> sums(List<Item> delivered) {
        var sums = new HashMap<Cell, Amount>();
        var counted = Counted.NOTHING;
        for (var item : delivered) {
            if (counted.restate(item, CHARTER) instanceof Restatement.Restated(var next, var by)) {
                by.forEach((cell, amount) -> sums.merge(cell, amount, Amount::plus));
                counted = next;
            }
        }
        sums.values().removeIf(Amount.NONE::equals);
        return sums;
    }

    private static Item revision(Random random, long revision) {
        var at = SEPTEMBER.plusSeconds(random.nextLong(90L * 24 * 3600));
        boolean request = random.nextBoolean();
        return new Item(
                revision,
                request ? Item.Kind.MERGE_REQUEST : Item.Kind.ISSUE,
                Item.State.values()[random.nextInt(3)],
                Optional.of(random.nextBoolean() ? Items.TEAM_PROJECT : Items.PRODUCT_PROJECT),
                LABELS.stream().filter(l -> random.nextInt(4) == 0).toList(),
                Optional.of(at).filter(t -> random.nextInt(9) > 0),
                Optional.of(at).filter(t -> random.nextInt(9) > 0),
                random.nextInt(8) == 0,
                SEPTEMBER.plusSeconds(80L * 24 * 3600));
    }
}
