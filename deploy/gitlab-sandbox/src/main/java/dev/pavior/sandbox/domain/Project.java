package dev.pavior.sandbox.domain;

import java.time.Instant;

/** A project of a group; only administrators see a hidden one. */
public record Project(
        long id,
        long groupId,
        String path,
        String name,
        String description,
        Instant createdAt,
        boolean hidden)
        implements Entity {

    /** The branch on which a merge closes issues. */
    public static final String DEFAULT_BRANCH = "main";

    public Home home() {
        return Home.project(id);
    }

    public Project hidden(boolean now) {
        return new Project(id, groupId, path, name, description, createdAt, now);
    }
}
