package dev.pavior.sandbox.domain;

import java.time.Instant;

/** A project of a group. */
public record Project(
        long id, long groupId, String path, String name, String description, Instant createdAt)
        implements Entity {

    /** The branch on which a merge closes issues. */
    public static final String DEFAULT_BRANCH = "main";
}
