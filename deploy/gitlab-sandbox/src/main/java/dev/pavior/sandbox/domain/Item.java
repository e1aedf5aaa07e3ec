package dev.pavior.sandbox.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An issue, an epic or a merge request. */
public sealed interface Item extends Entity permits Epic, Issue, MergeRequest {

    Core core();

    /** The same item with another core. */
    Item with(Core core);

    /** GitLab's name of the type where notes refer to it. */
    String noteableType();

    /** The segment of its paths, in the API as on the web. */
    String segment();

    /** The mark before its number: # or !. */
    String mark();

    boolean confidential();

    @Override
    default long id() {
        return core().id();
    }

    default long iid() {
        return core().iid();
    }

    default long projectId() {
        return core().projectId();
    }

    /** The project or group it is in. */
    default Home home() {
        return Home.project(projectId());
    }

    default String title() {
        return core().text().title();
    }

    default State state() {
        return core().standing().state();
    }

    default List<Long> labels() {
        return core().plan().labels();
    }

    default @Nullable Long milestone() {
        return core().plan().milestone();
    }

    default Instant createdAt() {
        return core().createdAt();
    }

    default Instant updatedAt() {
        return core().updatedAt();
    }
}
