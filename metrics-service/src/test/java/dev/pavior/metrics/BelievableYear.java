package dev.pavior.metrics;

import dev.pavior.contract.v1.WorkItem;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A team's finished work of the last twelve months, always the same for a seed. */
public final class BelievableYear {

    private static final int[] REQUIREMENTS = {2, 3, 3, 5, 4, 6, 3, 5, 7, 6, 8, 5};
    private static final int[] OTHERS = {9, 11, 10, 14, 13, 16, 9, 12, 15, 14, 17, 11};
    private static final int[] UNLABELLED = {5, 5, 4, 4, 4, 3, 3, 2, 2, 2, 1, 1};
    private static final int[] PENDING = {3, 2, 3, 3, 2, 2, 2, 3, 1, 2, 2, 3};

    private final Random random = new Random(2026);
    private final Instant now;
    private long iid;

    private BelievableYear(Instant now) {
        this.now = now;
    }

    public static List<WorkItem> upTo(Clock clock) {
        var year = new BelievableYear(clock.instant());
        var items = new ArrayList<WorkItem>();
        var current = YearMonth.now(clock.withZone(ZoneOffset.UTC));
        for (int month = 0; month < 12; month++) {
            year.add(items, current.minusMonths(11L - month), month);
        }
        return items;
    }

    private void add(List<WorkItem> items, YearMonth month, int index) {
        Stream.of(
                        merged(month, REQUIREMENTS[index], WorkItems.REQUIREMENT),
                        merged(month, OTHERS[index] / 2, "ProdSecEngMetric::Paved Road"),
                        closed(month, OTHERS[index] / 2, "ProdSecEngMetric::Custom Tooling"),
                        closed(month, UNLABELLED[index], WorkItems.CANDIDATE),
                        merged(month, PENDING[index], WorkItems.PENDING))
                .forEach(items::addAll);
    }

    private List<WorkItem> merged(YearMonth month, int count, String label) {
        return Stream.generate(
                        () -> WorkItems.merged(++iid, 1, in(month), label).setObservedAt(now))
                .limit(count)
                .map(WorkItem.Builder::build)
                .toList();
    }

    private List<WorkItem> closed(YearMonth month, int count, String label) {
        return Stream.generate(
                        () -> WorkItems.closed(++iid, 1, in(month), label).setObservedAt(now))
                .limit(count)
                .map(WorkItem.Builder::build)
                .toList();
    }

    /** A moment in the month that has passed already. */
    private String in(YearMonth month) {
        var start = month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        var end = month.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        var last = end.isBefore(now) ? end : now;
        return start.plusMillis(
                        random.nextLong(Math.max(1, last.toEpochMilli() - start.toEpochMilli())))
                .toString();
    }
}
