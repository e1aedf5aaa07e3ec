package dev.pavior.intake.requests;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The requests of the last months and how far each has come; read back from the topics at every
 * start, so that each instance knows all of them.
 */
public final class Ledger {

    private final Duration kept;
    private final int keptAtMost;
    private final Clock clock;
    private final Map<String, Known> entries = new LinkedHashMap<>();
    private final Map<String, Progress> progress = new LinkedHashMap<>();
    private final Map<String, String> paths = new HashMap<>();
    private boolean complete;

    /** A request, and whether it was read from the topic: only there is it told which is first. */
    private record Known(Entry entry, boolean read) {}

    public Ledger(RequestSettings settings, Clock clock) {
        this.kept = settings.kept();
        this.keptAtMost = settings.keptAtMost();
        this.clock = clock;
    }

    /** Since when requests are kept. */
    Instant oldest() {
        return clock.instant().minus(kept);
    }

    /** Everything that was on the topics at the start has been read. */
    synchronized void complete() {
        complete = true;
    }

    synchronized boolean isComplete() {
        return complete;
    }

    /** Takes a request in that is about to be published, unless its id is taken. */
    synchronized Optional<Entry> claim(Entry entry) {
        var taken = entries.get(entry.id());
        if (taken == null) {
            put(entry, false);
        }
        return Optional.ofNullable(taken).map(Known::entry);
    }

    /** Forgets a claim that came to nothing. */
    synchronized void disclaim(String id) {
        var known = entries.get(id);
        if (known != null && !known.entry().published()) {
            entries.remove(id);
        }
    }

    /** Takes a request from the topic: the first of an id counts, as it does for all who read. */
    synchronized void add(Entry entry) {
        var known = entries.get(entry.id());
        if (known == null || !known.read()) {
            put(entry, true);
        }
    }

    /** Takes a request that the broker has; returns the one of its id that counts so far. */
    synchronized Entry published(Entry entry) {
        var known = entries.get(entry.id());
        if (known != null && known.entry().published()) {
            return known.entry();
        }
        put(entry, false);
        return entry;
    }

    synchronized void add(String id, Progress further) {
        progress.merge(id, further, Progress::with);
        dropEldest(progress);
    }

    synchronized Optional<Entry> find(String id) {
        return Optional.ofNullable(entries.get(id))
                .map(Known::entry)
                .filter(entry -> entry.submittedAt().isAfter(oldest()));
    }

    synchronized Progress progressOf(String id) {
        return progress.getOrDefault(id, Progress.NONE);
    }

    /** Where a project is on its GitLab now. */
    synchronized void learnPath(String host, long projectId, String fullPath) {
        paths.put(host + "/" + projectId, fullPath);
    }

    synchronized Optional<String> pathOf(String host, long projectId) {
        return Optional.ofNullable(paths.get(host + "/" + projectId));
    }

    private void put(Entry entry, boolean read) {
        entries.put(entry.id(), new Known(entry, read));
        dropEldest(entries);
    }

    private void dropEldest(Map<?, ?> map) {
        if (map.size() > keptAtMost) {
            var eldest = map.entrySet().iterator();
            eldest.next();
            eldest.remove();
        }
    }
}
