package dev.pavior.intake.topology;

import dev.pavior.contract.ItemKey;
import dev.pavior.contract.v1.CatalogEntry;
import dev.pavior.contract.v1.Observation;
import dev.pavior.intake.domain.ClosingPattern;
import dev.pavior.intake.domain.Reference;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the keys of what a merge request says it closes. */
final class Closings {

    private final Function<String, @Nullable CatalogEntry> catalog;

    /**
     * Finds them with the catalogue.
     *
     * @param catalog gives the entry of a key, null where there is none
     */
    Closings(Function<String, @Nullable CatalogEntry> catalog) {
        this.catalog = catalog;
    }

    /** Their keys, sorted; what stands under a path that nobody has met yet is left out. */
    List<String> saidBy(Observation seen) {
        var words = SightDrawing.title(seen) + "\n" + SightDrawing.description(seen);
        return ClosingPattern.in(words, seen.getHost()).stream()
                .flatMap(reference -> key(seen, reference).stream())
                .map(ItemKey::toString)
                .distinct()
                .sorted()
                .toList();
    }

    private Optional<ItemKey> key(Observation seen, Reference reference) {
        var path = fullPath(seen, reference.path());
        if (!reference.inGroup() && path.equalsIgnoreCase(ownPath(seen))) {
            return Optional.ofNullable(seen.getProjectId())
                    .map(id -> ItemKey.issue(seen.getHost(), id, reference.iid()));
        }
        return Optional.ofNullable(catalog.apply(seen.getHost() + "/path/" + path))
                .filter(entry -> leadsTo(entry, reference))
                .map(CatalogEntry::getEntryId)
                .map(id -> key(seen.getHost(), id, reference));
    }

    private static ItemKey key(String host, long id, Reference reference) {
        return reference.inGroup()
                ? ItemKey.epic(host, id, reference.iid())
                : ItemKey.issue(host, id, reference.iid());
    }

    private static boolean leadsTo(CatalogEntry entry, Reference reference) {
        return (reference.inGroup() ? "group" : "project").equals(entry.getCategory());
    }

    /** A path of one part names a neighbour of the own project. */
    private static String fullPath(Observation seen, @Nullable String path) {
        var own = ownPath(seen);
        if (path == null) {
            return own;
        }
        int last = own.lastIndexOf('/');
        return path.contains("/") || last < 0 ? path : own.substring(0, last + 1) + path;
    }

    private static String ownPath(Observation seen) {
        var path = seen.getProjectPath();
        return path == null ? "" : path;
    }
}
