package dev.pavior.sandbox.domain;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A label of a project or of a group. */
public record Label(
        long id,
        Home home,
        String title,
        String color,
        @Nullable String description,
        @Nullable Integer priority,
        Instant createdAt,
        Instant updatedAt)
        implements Entity {

    /** What GitLab gives a label that an edit created in passing. */
    public static final String DEFAULT_COLOR = "#6699cc";

    /** The text before the last "::", which only one label of an item may have. */
    public Optional<String> scope() {
        int end = title.lastIndexOf("::");
        return end <= 0 ? Optional.empty() : Optional.of(title.substring(0, end));
    }
}
