package dev.pavior.sandbox.domain;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides which labels an item has after an edit. */
public final class ScopedLabels {

    private ScopedLabels() {}

    /** Removing wins over adding; of two labels with one scope the later stays. */
    public static List<Label> after(List<Label> now, List<Label> add, Collection<Label> remove) {
        Set<Label> all = new LinkedHashSet<>(now);
        add.stream().filter(label -> !all.contains(label)).forEach(all::add);
        all.removeAll(Set.copyOf(remove));
        return exclusive(List.copyOf(all));
    }

    private static List<Label> exclusive(List<Label> labels) {
        Map<String, Label> last = new LinkedHashMap<>();
        labels.forEach(label -> label.scope().ifPresent(scope -> last.put(scope, label)));
        return labels.stream()
                .filter(
                        label ->
                                label.scope()
                                        .map(last::get)
                                        .filter(l -> !l.equals(label))
                                        .isEmpty())
                .toList();
    }
}
