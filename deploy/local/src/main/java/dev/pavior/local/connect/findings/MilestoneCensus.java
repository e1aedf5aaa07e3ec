package dev.pavior.local.connect.findings;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The milestones, and how much is in each.
 *
 * @param dated those with both dates, the latest first
 * @param undated those that lack a date and hold items: nothing can be measured against them
 * @param unplanned how many open items are in none
 */
public record MilestoneCensus(List<Row> dated, List<Row> undated, long unplanned) {

    /** A milestone with its items. */
    public record Row(Milestone milestone, long open, long done) {

        boolean isEmpty() {
            return open + done == 0;
        }
    }

    public MilestoneCensus {
        dated = List.copyOf(dated);
        undated = List.copyOf(undated);
    }

    /** Counts the items of each milestone; empty ones that are closed are left out. */
    public static MilestoneCensus of(Findings findings) {
        Map<Long, List<Item>> held =
                findings.items().stream()
                        .filter(item -> item.milestone().isPresent())
                        .collect(Collectors.groupingBy(item -> item.milestone().getAsLong()));
        var rows =
                findings.milestones().stream()
                        .map(one -> row(one, held.getOrDefault(one.id(), List.of())))
                        .toList();
        return new MilestoneCensus(
                rows.stream()
                        .filter(row -> row.milestone().isDated())
                        .filter(row -> !row.isEmpty() || !row.milestone().state().equals("closed"))
                        .sorted(Comparator.comparing(MilestoneCensus::due).reversed())
                        .toList(),
                rows.stream()
                        .filter(row -> !row.milestone().isDated() && !row.isEmpty())
                        .sorted(Comparator.comparing(row -> row.milestone().title()))
                        .toList(),
                unplanned(findings.items()));
    }

    private static Row row(Milestone milestone, List<Item> items) {
        long open = items.stream().filter(Item::isOpen).count();
        return new Row(milestone, open, items.size() - open);
    }

    private static LocalDate due(Row row) {
        return row.milestone().due().orElse(LocalDate.MIN);
    }

    private static long unplanned(Collection<Item> items) {
        return items.stream().filter(item -> item.isOpen() && item.milestone().isEmpty()).count();
    }
}
