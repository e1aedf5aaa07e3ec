package dev.pavior.intake.reading;

import dev.pavior.contract.v1.CatalogEntry;
import dev.pavior.contract.v1.CatalogKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one reading of the catalogue has found, and where it has read everything. */
final class Round {

    private final String host;
    private final Instant at;
    private final Map<String, CatalogEntry> found = new LinkedHashMap<>();
    private final Set<String> complete = new HashSet<>();

    Round(String host, Instant at) {
        this.host = host;
        this.at = at;
    }

    /** An entry that says what it is and when it was seen, but not yet more. */
    CatalogEntry.Builder entry(CatalogKind kind, String id) {
        return CatalogEntry.newBuilder()
                .setEntry(host + "/" + kind.name().toLowerCase(Locale.ROOT) + "/" + id)
                .setHost(host)
                .setKind(kind)
                .setSeenAt(at);
    }

    /** Adds an entry; where several lists show one, the first stands. */
    void found(CatalogEntry.Builder entry) {
        found.putIfAbsent(entry.getEntry(), entry.build());
    }

    /** Says that all entries of a kind in a place were read. */
    void complete(CatalogKind kind, Place place) {
        complete.add(kind + " of " + place);
    }

    /** What is new or different from what was known. */
    List<CatalogEntry> changed(Map<String, CatalogEntry> known) {
        return found.values().stream()
                .filter(entry -> !same(entry, known.get(entry.getEntry())))
                .toList();
    }

    /** What was known in a place that was read completely, and is not there any more. */
    List<CatalogEntry> vanished(Map<String, CatalogEntry> known) {
        var vanished = new ArrayList<CatalogEntry>();
        for (var entry : known.values()) {
            if (entry.getHost().equals(host)
                    && !found.containsKey(entry.getEntry())
                    && complete.contains(entry.getKind() + " of " + homeOf(entry))) {
                vanished.add(entry);
            }
        }
        return vanished;
    }

    private static String homeOf(CatalogEntry entry) {
        return entry.getProjectId() != null
                ? "project " + entry.getProjectId()
                : "group " + entry.getGroupId();
    }

    private static boolean same(CatalogEntry one, @Nullable CatalogEntry other) {
        return other != null
                && CatalogEntry.newBuilder(one).setSeenAt(other.getSeenAt()).build().equals(other);
    }
}
