package dev.pavior.taxonomy;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The charter's vocabulary over time: which edition holds on a day. */
public final class Taxonomy {

    private final NavigableMap<LocalDate, Edition> editions = new TreeMap<>();

    /**
     * @throws IllegalArgumentException where there is no edition, or two start on the same day
     */
    public Taxonomy(List<Edition> editions) {
        for (var edition : editions) {
            if (this.editions.put(edition.effectiveFrom(), edition) != null) {
                throw new IllegalArgumentException(
                        "two editions are effective from " + edition.effectiveFrom());
            }
        }
        if (this.editions.isEmpty()) {
            throw new IllegalArgumentException("a taxonomy needs at least one edition");
        }
    }

    /** The edition in force on a day; before the first one, the first one. */
    public Edition on(LocalDate day) {
        var entry = editions.floorEntry(day);
        return entry == null ? editions.firstEntry().getValue() : entry.getValue();
    }

    /** The newest edition. */
    public Edition latest() {
        return editions.lastEntry().getValue();
    }
}
