package dev.pavior.sandbox.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An issue of a project. */
public record Issue(
        Core core,
        boolean confidential,
        @Nullable Boolean locked,
        @Nullable Integer weight,
        @Nullable LocalDate dueDate,
        String type,
        Ties ties)
        implements Item {

    /** Journals of older sandboxes know no ties. */
    public Issue {
        ties = ties == null ? Ties.NONE : ties;
    }

    @Override
    public Issue with(Core newCore) {
        return new Issue(newCore, confidential, locked, weight, dueDate, type, ties);
    }

    public Issue with(Ties newTies) {
        return new Issue(core, confidential, locked, weight, dueDate, type, newTies);
    }

    @Override
    public String noteableType() {
        return "Issue";
    }

    @Override
    public String segment() {
        return "issues";
    }

    @Override
    public String mark() {
        return "#";
    }
}
