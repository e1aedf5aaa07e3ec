package dev.pavior.sandbox.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A work item of a group; it belongs to no project, which its core says by the project 0. */
public record Epic(
        Core core,
        long groupId,
        boolean confidential,
        @Nullable LocalDate startDate,
        @Nullable LocalDate dueDate,
        @Nullable Long parent)
        implements Item {

    @Override
    public Epic with(Core newCore) {
        return new Epic(newCore, groupId, confidential, startDate, dueDate, parent);
    }

    @Override
    public Home home() {
        return Home.group(groupId);
    }

    @Override
    public String noteableType() {
        return "Epic";
    }

    @Override
    public String segment() {
        return "epics";
    }

    @Override
    public String mark() {
        return "&";
    }
}
