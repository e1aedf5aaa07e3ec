package dev.pavior.local.connect.findings;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How many items there are, and in which state. */
public final class Inventory {

    private Inventory() {}

    /**
     * Some of the items, counted.
     *
     * @param name what they have in common
     */
    public record Row(String name, long open, long closed, long merged, long confidential) {

        /** All of them. */
        public long all() {
            return open + closed + merged;
        }

        private static Row of(String name, Collection<Item> items) {
            long merged = items.stream().filter(item -> item.state().equals("merged")).count();
            long open = items.stream().filter(Item::isOpen).count();
            long hidden = items.stream().filter(Item::confidential).count();
            return new Row(name, open, items.size() - open - merged, merged, hidden);
        }
    }

    /** A row for each kind of item, in the order of the alphabet. */
    public static List<Row> byKind(Collection<Item> items) {
        return rows(items, Item::kind).stream().sorted(Comparator.comparing(Row::name)).toList();
    }

    /** A row for each project or group, the largest first. */
    public static List<Row> byPlace(Collection<Item> items, Places places) {
        return rows(items, item -> places.of(item.key().container(), item.key().containerId()))
                .stream()
                .sorted(Comparator.comparingLong(Row::all).reversed().thenComparing(Row::name))
                .toList();
    }

    /** A row for them all. */
    public static Row whole(Collection<Item> items) {
        return Row.of("all", items);
    }

    private static List<Row> rows(Collection<Item> items, Function<Item, String> name) {
        Map<String, List<Item>> groups =
                items.stream()
                        .collect(Collectors.groupingBy(name, TreeMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .map(group -> Row.of(group.getKey(), group.getValue()))
                .toList();
    }
}
