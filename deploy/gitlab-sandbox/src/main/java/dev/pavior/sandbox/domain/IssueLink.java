package dev.pavior.sandbox.domain;

import java.time.Instant;
import java.util.List;

/** That two issues have to do with each other; a blocking one is the source. */
public record IssueLink(long id, long source, long target, String type, Instant createdAt)
        implements Entity {

    public static final String RELATES = "relates_to";
    public static final String BLOCKS = "blocks";
    public static final String BLOCKED = "is_blocked_by";

    List<Long> ends() {
        return List.of(source, target);
    }

    public long other(long end) {
        return end == source ? target : source;
    }

    /** The kind of the link as one of its ends sees it. */
    public String seenFrom(long end) {
        return type.equals(BLOCKS) && end == target ? BLOCKED : type;
    }
}
