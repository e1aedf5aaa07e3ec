package dev.pavior.labeling.domain;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is wanted of an item's labels.
 *
 * @param add labels wanted on it, sorted
 * @param remove labels wanted off it, sorted
 */
public record Action(List<String> add, List<String> remove) {

    public Action {
        add = add.stream().distinct().sorted().toList();
        remove = remove.stream().distinct().sorted().toList();
    }

    /** All labels that the action sets or takes off. */
    Set<String> labels() {
        var all = new HashSet<>(add);
        all.addAll(remove);
        return all;
    }

    /** What of it is still to be done, given the labels on the item. */
    Action missing(Collection<String> labels) {
        return new Action(
                add.stream().filter(label -> !labels.contains(label)).toList(),
                remove.stream().filter(labels::contains).toList());
    }

    boolean isNothing() {
        return add.isEmpty() && remove.isEmpty();
    }
}
