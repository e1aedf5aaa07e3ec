package dev.pavior.sandbox.domain;

import java.time.Instant;

/** An emoji that somebody gave an item. */
public record Award(long id, ItemKey item, long userId, String name, Instant createdAt)
        implements Entity {

    public static final String UP = "thumbsup";
    public static final String DOWN = "thumbsdown";
}
