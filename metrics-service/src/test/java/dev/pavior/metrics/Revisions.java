package dev.pavior.metrics;

import static dev.pavior.metrics.WorkItems.closed;
import static dev.pavior.metrics.WorkItems.gone;
import static dev.pavior.metrics.WorkItems.issue;
import static dev.pavior.metrics.WorkItems.merged;
import static dev.pavior.metrics.WorkItems.request;

import dev.pavior.contract.v1.ItemState;
import dev.pavior.contract.v1.WorkItem;
import dev.pavior.metrics.domain.Items;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Items that live through everything: finished, reopened, moved, relabelled, gone. */
public final class Revisions {

    private static final Instant SEPTEMBER = Instant.parse("2026-09-01T00:00:00Z");
    private static final List<String> LABELS =
            List.of(
                    "bug",
                    "ProdSecEng Candidate",
                    "Product Security Engineering",
                    "ProdSecEngMetric::ProdSecRequirement",
                    "ProdSecEngMetrics::ProdSecRequirement",
                    "ProdSecEngMetric::Pending",
                    "ProdSecEngMetric::Internal");

    private Revisions() {}

    /** The revisions of some items, each once and in order. */
    public static List<WorkItem> of(int items, int revisionsOfEach, Random random) {
        var revisions = new ArrayList<WorkItem>();
        for (int iid = 1; iid <= items; iid++) {
            for (int revision = 1; revision <= revisionsOfEach; revision++) {
                revisions.add(revision(random, iid, revision));
            }
        }
        return revisions;
    }

    /** The same in disorder, and every third one twice. */
    public static List<WorkItem> disordered(List<WorkItem> revisions, Random random) {
        var delivered = new ArrayList<>(revisions);
        revisions.stream().filter(r -> random.nextInt(3) == 0).forEach(delivered::add);
        Collections.shuffle(delivered, random);
        return delivered;
    }

    private static WorkItem revision(Random random, long iid, long revision) {
        var labels = LABELS.stream().filter(l -> random.nextInt(4) == 0).toArray(String[]::new);
        // An item keeps its kind; odd ones are merge requests.
        boolean request = iid % 2 == 1;
        var at = SEPTEMBER.plus(random.nextInt(80 * 24), ChronoUnit.HOURS).toString();
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
