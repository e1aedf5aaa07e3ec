package dev.pavior.sandbox.domain;

import java.time.Instant;

/** A comment on an issue or merge request. */
public record Note(
        long id,
        String noteableType,
        long noteableId,
        long projectId,
        long authorId,
        String body,
        boolean internal,
        Instant createdAt,
        Instant updatedAt)
        implements Entity {

    ItemKey item() {
        return new ItemKey(noteableType, noteableId);
    }
}
