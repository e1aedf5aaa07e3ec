package dev.pavior.sandbox.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an item says, and who last rewrote its description. */
public record Text(
        String title,
        @Nullable String description,
        @Nullable Instant editedAt,
        @Nullable Long editedBy) {

    public String body() {
        return description == null ? "" : description;
    }

    /** The text with a new wording; only a new description counts as an edit. */
    public Text reworded(String newTitle, @Nullable String newBody, long by, Instant at) {
        boolean edited = newBody == null ? description != null : !newBody.equals(description);
        return edited
                ? new Text(newTitle, newBody, at, by)
                : new Text(newTitle, description, editedAt, editedBy);
    }
}
