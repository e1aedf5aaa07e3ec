package dev.pavior.local.connect.findings;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one policy would have done.
 *
 * @param policy its name
 * @param items how many items it would have changed
 * @param labels the labels it would have put on (+) or taken off (-)
 * @param examples some of the items, as people refer to them
 */
public record PolicyWishes(String policy, long items, List<String> labels, List<String> examples) {

    private static final int EXAMPLES = 3;

    public PolicyWishes {
        labels = List.copyOf(labels);
        examples = List.copyOf(examples);
    }

    /** One for each policy that wanted something, those that wanted most first. */
    public static List<PolicyWishes> of(Collection<Wish> wishes, Places places) {
        return wishes.stream()
                .collect(Collectors.groupingBy(Wish::policy, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> one(entry.getKey(), entry.getValue(), places))
                .sorted(
                        Comparator.comparingLong(PolicyWishes::items)
                                .reversed()
                                .thenComparing(PolicyWishes::policy))
                .toList();
    }

    private static PolicyWishes one(String policy, List<Wish> wishes, Places places) {
        var items = wishes.stream().map(Wish::item).distinct().map(places::reference).toList();
        var labels = wishes.stream().flatMap(PolicyWishes::labels).distinct().sorted().toList();
        return new PolicyWishes(
                policy, items.size(), labels, items.stream().sorted().limit(EXAMPLES).toList());
    }

    private static Stream<String> labels(Wish wish) {
        return Stream.concat(
                wish.add().stream().map(label -> "+" + label),
                wish.remove().stream().map(label -> "-" + label));
    }
}
