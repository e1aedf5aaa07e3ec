package dev.pavior.labeling.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * All that is remembered of one item.
 *
 * @param revision newest revision taken in; 0 before the first
 * @param timeline since when its facts are so
 * @param settled ids of edits that have a final result, oldest first
 * @param decided digest of the last decision
 * @param workflow its workflow so far
 */
public record ItemMemory(
        long revision,
        FactTimeline timeline,
        List<String> settled,
        String decided,
        WorkflowTrack workflow) {

    // Ids never come back once the facts have moved on, so the newest few are all that matter.
    private static final int SETTLED_KEPT = 256;

    public ItemMemory {
        settled = List.copyOf(settled);
    }

    /** Of an item that was never seen. */
    public static ItemMemory empty() {
        return new ItemMemory(
                0,
                FactTimeline.startedAt(Instant.EPOCH),
                List.of(),
                Decision.NOTHING.digest(),
                WorkflowTrack.startedAt(Instant.EPOCH));
    }

    /** Learns that an edit has a final result. */
    public ItemMemory settle(String editId) {
        if (settled.contains(editId)) {
            return this;
        }
        var all = new ArrayList<>(settled);
        all.add(editId);
        var kept = all.subList(Math.max(0, all.size() - SETTLED_KEPT), all.size());
        return new ItemMemory(revision, timeline, kept, decided, workflow);
    }

    ItemMemory at(long newRevision) {
        return new ItemMemory(newRevision, timeline, settled, decided, workflow);
    }
}
