package dev.pavior.labeling.domain;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a condition looks at, and so what its answer can depend on.
 *
 * @param labels labels whose presence it asks for, one by one
 * @param fields fields it reads as a whole
 */
public record Reads(SortedSet<String> labels, SortedSet<Field> fields) {

    static final Reads NOTHING = new Reads(new TreeSet<>(), new TreeSet<>());

    /** Looks at single labels only. */
    public static Reads labels(Set<String> labels) {
        return new Reads(new TreeSet<>(labels), new TreeSet<>());
    }

    /** Looks at whole fields only. */
    public static Reads fields(Set<Field> fields) {
        return new Reads(new TreeSet<>(), new TreeSet<>(fields));
    }

    Reads and(Reads other) {
        var allLabels = new TreeSet<>(labels);
        allLabels.addAll(other.labels);
        var allFields = new TreeSet<>(fields);
        allFields.addAll(other.fields);
        return new Reads(allLabels, allFields);
    }
}
