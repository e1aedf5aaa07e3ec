package dev.pavior.sandbox.domain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which statuses the items of a place can have. */
public final class StatusBook {

    private final World world;

    public StatusBook(World world) {
        this.world = world;
    }

    /** A top-level group's own statuses; none where it has GitLab's. */
    public List<Status> customIn(Home place) {
        long root = world.above(place).getLast().id();
        return world.statuses.stream().filter(status -> status.groupId() == root).toList();
    }

    public boolean usable(Status status, Home place) {
        var custom = customIn(place);
        return custom.isEmpty() ? !status.custom() : custom.contains(status);
    }

    public Optional<Status> find(long id) {
        return Status.system(id).or(() -> world.statuses.find(id));
    }

    /** An old item has none until somebody gives it one. */
    public @Nullable Status of(Issue issue) {
        Long status = issue.ties().status();
        return status == null ? null : find(status).orElse(null);
    }

    /** What a new item gets: nothing where nobody defined a status. */
    @Nullable Long first(Home place) {
        var custom = customIn(place);
        return custom.isEmpty() ? null : usual(custom, true).id();
    }

    /** What an item's status becomes when it is opened or closed: one that fits. */
    @Nullable Long after(Issue issue, boolean open) {
        var now = of(issue);
        if (now == null || now.open() == open) {
            return issue.ties().status();
        }
        var custom = customIn(issue.home());
        return custom.isEmpty()
                ? (open ? Status.TO_DO : Status.DONE).id()
                : (Long) usual(custom, open).id();
    }

    private static Status usual(List<Status> custom, boolean open) {
        return custom.stream()
                .filter(status -> status.open() == open)
                .findFirst()
                .orElse(open ? Status.TO_DO : Status.DONE);
    }
}
