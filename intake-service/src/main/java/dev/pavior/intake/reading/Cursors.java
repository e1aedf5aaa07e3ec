package dev.pavior.intake.reading;

import dev.pavior.contract.v1.ReadCursor;
import dev.pavior.contract.v1.ReadJob;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How far all reading has come, as the newest record of each cursor says. */
final class Cursors {

    private final Map<String, ReadCursor> newest = new ConcurrentHashMap<>();

    static String key(ReadCursor cursor) {
        return key(cursor.getSource(), cursor.getJob(), cursor.getScope());
    }

    private static String key(String source, ReadJob job, String scope) {
        return source + "/" + job.name().toLowerCase(Locale.ROOT) + "/" + scope;
    }

    Optional<ReadCursor> find(String source, ReadJob job, String scope) {
        return Optional.ofNullable(newest.get(key(source, job, scope)));
    }

    /** All cursors of a source, in the order of their jobs and scopes. */
    List<ReadCursor> of(String source) {
        return newest.values().stream()
                .filter(cursor -> cursor.getSource().equals(source))
                .sorted(
                        Comparator.comparing(ReadCursor::getJob)
                                .thenComparing(ReadCursor::getScope))
                .toList();
    }

    /** Takes one in, unless a newer one is known: what we write we know before we read it. */
    void take(ReadCursor cursor) {
        newest.merge(
                key(cursor),
                cursor,
                (known, next) -> next.getUpdatedAt().isBefore(known.getUpdatedAt()) ? known : next);
    }
}
