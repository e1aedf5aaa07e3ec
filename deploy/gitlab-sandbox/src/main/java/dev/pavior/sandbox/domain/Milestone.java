package dev.pavior.sandbox.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A milestone of a project or of a group. */
public record Milestone(
        long id,
        long iid,
        Home home,
        String title,
        String description,
        boolean active,
        @Nullable LocalDate startDate,
        @Nullable LocalDate dueDate,
        Instant createdAt,
        Instant updatedAt)
        implements Entity {

    public boolean expired(LocalDate today) {
        return dueDate != null && dueDate.isBefore(today);
    }
}
