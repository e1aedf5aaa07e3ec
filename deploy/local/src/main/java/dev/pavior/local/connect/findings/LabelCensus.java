package dev.pavior.local.connect.findings;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How many items carry which label.
 *
 * @param known the charter's labels, in its order, with those of owners behind
 * @param unknown all others, the most used first
 */
public record LabelCensus(List<Known> known, List<Count> unknown) {

    /** How many items carry a label. */
    public record Count(String label, long items) {}

    /**
     * How many items carry a label of the charter.
     *
     * @param items by any of its names
     * @param aliases by an alias alone
     */
    public record Known(String label, long items, long aliases) {

        Known plus(Known other) {
            return new Known(label, items + other.items, aliases + other.aliases);
        }
    }

    public LabelCensus {
        known = List.copyOf(known);
        unknown = List.copyOf(unknown);
    }

    /** Counts the labels of all items. */
    public static LabelCensus of(Collection<Item> items, Vocabulary vocabulary) {
        var known = new TreeMap<String, Known>();
        vocabulary.known().forEach(label -> known.put(label, new Known(label, 0, 0)));
        var unknown = new HashMap<String, Long>();
        for (var item : items) {
            namesOf(item, vocabulary)
                    .forEach((meant, names) -> known.merge(meant, one(meant, names), Known::plus));
            item.labels().stream()
                    .filter(label -> !vocabulary.knows(label))
                    .forEach(label -> unknown.merge(label, 1L, Long::sum));
        }
        return new LabelCensus(inOrder(known, vocabulary), mostUsed(unknown));
    }

    /** By which names an item carries each label of the charter; it counts once for each. */
    private static Map<String, List<String>> namesOf(Item item, Vocabulary vocabulary) {
        return item.labels().stream()
                .filter(vocabulary::knows)
                .collect(Collectors.groupingBy(vocabulary.labels()::canonical));
    }

    private static Known one(String meant, List<String> names) {
        return new Known(meant, 1, names.contains(meant) ? 0 : 1);
    }

    private static List<Known> inOrder(Map<String, Known> known, Vocabulary vocabulary) {
        var order = vocabulary.known();
        return known.values().stream()
                .sorted(
                        Comparator.comparingInt(
                                count ->
                                        order.contains(count.label())
                                                ? order.indexOf(count.label())
                                                : order.size()))
                .toList();
    }

    private static List<Count> mostUsed(Map<String, Long> unknown) {
        return unknown.entrySet().stream()
                .map(count -> new Count(count.getKey(), count.getValue()))
                .sorted(
                        Comparator.comparingLong(Count::items)
                                .reversed()
                                .thenComparing(Count::label))
                .toList();
    }
}
