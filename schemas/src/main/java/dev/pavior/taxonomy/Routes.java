package dev.pavior.taxonomy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Where requests for work go, over time: which edition holds at a moment. */
public final class Routes {

    private final NavigableMap<LocalDate, RouteEdition> editions = new TreeMap<>();

    /**
     * @throws IllegalArgumentException where there is no edition, or two start on the same day
     */
    public Routes(List<RouteEdition> editions) {
        for (var edition : editions) {
            if (this.editions.put(edition.effectiveFrom(), edition) != null) {
                throw new IllegalArgumentException(
                        "two editions are effective from " + edition.effectiveFrom());
            }
        }
        if (this.editions.isEmpty()) {
            throw new IllegalArgumentException("the routes need at least one edition");
        }
    }

    /** The edition in force at a moment, by UTC's days; before the first one, the first one. */
    public RouteEdition at(Instant moment) {
        var entry = editions.floorEntry(LocalDate.ofInstant(moment, ZoneOffset.UTC));
        return entry == null ? editions.firstEntry().getValue() : entry.getValue();
    }

    /** Every edition, oldest first. */
    public List<RouteEdition> editions() {
        return List.copyOf(editions.values());
    }
}
