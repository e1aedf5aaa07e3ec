package dev.pavior.intake.webhook;

import dev.pavior.contract.v1.CatalogEntry;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers entries of the catalogue that were published, so that each hook does not repeat them.
 * What it forgets is only published once more.
 */
final class RecentEntries {

    private static final int LIMIT = 10_000;

    private final Map<String, CatalogEntry> published = new Bounded();

    /** Whether it is no entry, or one that differs from the last published of its name. */
    synchronized boolean isNews(Told told) {
        return !(told.value() instanceof CatalogEntry entry)
                || !timeless(entry).equals(published.get(told.key()));
    }

    synchronized void remember(Told told) {
        if (told.value() instanceof CatalogEntry entry) {
            published.put(told.key(), timeless(entry));
        }
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
