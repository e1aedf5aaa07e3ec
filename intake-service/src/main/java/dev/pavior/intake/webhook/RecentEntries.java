package dev.pavior.intake.webhook;

import dev.pavior.contract.v1.CatalogEntry;
import dev.pavior.contract.v1.CatalogKind;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Remembers entries of the catalogue that were published, so that each hook does not repeat them,
 * and completes them with what the catalogue knows already. What it forgets is only published once
 * more.
 */
final class RecentEntries {

    private static final int LIMIT = 10_000;

    /** Whoever reads the catalogue has heard of it by then, or has meanwhile removed it. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Known known;
    private final Map<String, CatalogEntry> published = new Bounded();

    RecentEntries(Known known) {
        this.known = known;
    }

    /** Where a hook leaves out what is known of the same thing, that stays as it is. */
    Told filled(Told told) {
        if (!(told.value() instanceof CatalogEntry entry)
                || entry.getKind() == CatalogKind.MILESTONE) {
            // A hook about a milestone shows all of it: a date that is not there was removed.
            return told;
        }
        var before = known.find(told.key());
        return before != null && Objects.equals(before.getEntryId(), entry.getEntryId())
                ? Told.listed(filled(entry, before))
                : told;
    }

    private static CatalogEntry filled(CatalogEntry entry, CatalogEntry before) {
        var filled = CatalogEntry.newBuilder(entry).build();
        for (var field : filled.getSchema().getFields()) {
            var value = before.get(field.pos());
            // Whoever sends hooks is there, whatever was said of it before.
            if (filled.get(field.pos()) == null && !Entries.DELETED.equals(value)) {
                filled.put(field.pos(), value);
            }
        }
        return filled;
    }

    /** Whether it is no entry, or one that differs from what is known of its name. */
    boolean isNews(Told told) {
        return !(told.value() instanceof CatalogEntry entry)
                || !(isSame(entry, known.find(told.key())) || isRecent(entry));
    }

    private synchronized boolean isRecent(CatalogEntry entry) {
        var last = published.get(entry.getEntry());
        return isSame(entry, last)
                && last != null
                && !last.getSeenAt().plus(KEPT).isBefore(entry.getSeenAt());
    }

    synchronized void remember(Told told) {
        if (told.value() instanceof CatalogEntry entry) {
            published.put(told.key(), entry);
        }
    }

    private static boolean isSame(CatalogEntry one, @Nullable CatalogEntry other) {
        return other != null && timeless(one).equals(timeless(other));
    }

    private static CatalogEntry timeless(CatalogEntry entry) {
        return CatalogEntry.newBuilder(entry).setSeenAt(Instant.EPOCH).build();
    }

    /** Forgets what was not asked for the longest. */
    private static final class Bounded extends LinkedHashMap<String, CatalogEntry> {

        private static final long serialVersionUID = 1L;

        Bounded() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CatalogEntry> eldest) {
            return size() > LIMIT;
        }
    }
}
