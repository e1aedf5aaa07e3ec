package dev.pavior.metrics.topology;

import static dev.pavior.metrics.WorkItems.closed;
import static dev.pavior.metrics.WorkItems.gone;
import static dev.pavior.metrics.WorkItems.issue;
import static dev.pavior.metrics.WorkItems.merged;
import static dev.pavior.metrics.WorkItems.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.contract.v1.ItemState;
import dev.pavior.contract.v1.WorkItem;
import dev.pavior.metrics.domain.Items;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However revisions are shuffled and repeated, the numbers are those of a plain recomputation. */
class AnyOrderTest {

    private static final int ITEMS = 6;
    private static final int REVISIONS = 4;
    private static final List<String> LABELS =
            List.of(
                    "bug",
                    "ProdSecEng Candidate",
                    "Product Security Engineering",
                    "ProdSecEngMetric::ProdSecRequirement",
                    "ProdSecEngMetrics::ProdSecRequirement",
                    "ProdSecEngMetric::Pending",
                    "ProdSecEngMetric::Internal");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 5);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void givesTheNumbersOfAPlainRecomputation(long seed) {
        // Given
        var random = new Random(seed);
        var revisions = revisions(random);
        var delivered = new ArrayList<>(revisions);
        revisions.stream().filter(r -> random.nextInt(3) == 0).forEach(delivered::add);
        Collections.shuffle(delivered, random);
        try (var topology = new DrivenTopology()) {

            // When
            topology.see(delivered);

            // Then
            assertThat(topology.numbers()).isEqualTo(Numbers.of(revisions, Items.CHARTER));
            assertThat(topology.outcomes).hasSameSizeAs(delivered);
        }
    }

    private static List<WorkItem> revisions(Random random) {
        var revisions = new ArrayList<WorkItem>();
        for (int iid = 1; iid <= ITEMS; iid++) {
            for (int revision = 1; revision <= REVISIONS; revision++) {
                revisions.add(revision(random, iid, revision));
            }
        }
        return revisions;
    }

    private static WorkItem revision(Random random, long iid, long revision) {
        var labels = LABELS.stream().filter(l -> random.nextInt(4) == 0).toArray(String[]::new);
        // An item keeps its kind; odd ones are merge requests.
        boolean request = iid % 2 == 1;
        var at =
                Instant.parse("2026-09-01T00:00:00Z")
                        .plus(random.nextInt(80 * 24), ChronoUnit.HOURS)
                        .toString();
        var project = random.nextBoolean() ? Items.TEAM_PROJECT : Items.PRODUCT_PROJECT;
        var finished =
                request ? merged(iid, revision, at, labels) : closed(iid, revision, at, labels);
        finished.setProjectId(project);
        return switch (random.nextInt(8)) {
            case 0 -> gone(finished);
            case 1 -> (request ? request(iid, revision, labels) : issue(iid, revision)).build();
            case 2 -> finished.setMergedAt(null).setClosedAt(null).build();
            case 3 -> finished.setState(ItemState.LOCKED).build();
            default -> finished.build();
        };
    }
}
