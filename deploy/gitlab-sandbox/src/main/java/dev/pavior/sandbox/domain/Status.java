package dev.pavior.sandbox.domain;

import java.util.List;
import java.util.Optional;

/**
 * A status that work items can have: GitLab's own, or one that a top-level group defined.
 *
 * @param groupId 0 for GitLab's own
 */
public record Status(long id, long groupId, String name, String category) implements Entity {

    static final long FIRST_CUSTOM = 101;
    public static final List<String> CATEGORIES =
            List.of("triage", "to_do", "in_progress", "done", "canceled");

    public static final Status TO_DO = new Status(1, 0, "To do", "to_do");
    public static final Status DONE = new Status(3, 0, "Done", "done");
    public static final List<Status> SYSTEM =
            List.of(
                    TO_DO,
                    new Status(2, 0, "In progress", "in_progress"),
                    DONE,
                    new Status(4, 0, "Won't do", "canceled"),
                    new Status(5, 0, "Duplicate", "canceled"));

    public static Optional<Status> system(long id) {
        return SYSTEM.stream().filter(status -> status.id() == id).findFirst();
    }

    public boolean custom() {
        return id >= FIRST_CUSTOM;
    }

    /** Whether an item with this status is open. */
    public boolean open() {
        return !category.equals("done") && !category.equals("canceled");
    }
}
