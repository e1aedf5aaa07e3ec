package dev.pavior.sandbox.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The state of an item, and who closed it when. */
public record Standing(State state, @Nullable Instant closedAt, @Nullable Long closedBy) {

    public static final Standing OPEN = new Standing(State.OPENED, null, null);
    public static final Standing MERGED = new Standing(State.MERGED, null, null);

    public static Standing closed(long by, Instant at) {
        return new Standing(State.CLOSED, at, by);
    }

    public boolean open() {
        return state == State.OPENED;
    }
}
