package dev.pavior.sandbox.domain;

import org.jspecify.annotations.Nullable;

/** What an issue hangs on, by id, and how it fares. */
public record Ties(
        @Nullable Long movedTo,
        @Nullable Long parent,
        @Nullable Long iteration,
        @Nullable String health,
        @Nullable Long status) {

    public static final Ties NONE = new Ties(null, null, null, null, null);

    public Ties movedTo(long issue) {
        return new Ties(issue, parent, iteration, health, status);
    }

    public Ties status(@Nullable Long now) {
        return new Ties(movedTo, parent, iteration, health, now);
    }
}
