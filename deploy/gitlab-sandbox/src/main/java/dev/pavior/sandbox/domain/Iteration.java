package dev.pavior.sandbox.domain;

import java.time.Instant;
import java.time.LocalDate;

/** A short period of a group's planning. */
public record Iteration(
        long id,
        long iid,
        long groupId,
        String title,
        LocalDate startDate,
        LocalDate dueDate,
        Instant createdAt,
        Instant updatedAt)
        implements Entity {

    /** GitLab's number of the state: 1 upcoming, 2 current, 3 closed. */
    public int state(LocalDate today) {
        if (today.isBefore(startDate)) {
            return 1;
        }
        return today.isAfter(dueDate) ? 3 : 2;
    }
}
