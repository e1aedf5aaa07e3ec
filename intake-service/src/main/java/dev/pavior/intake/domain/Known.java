package dev.pavior.intake.domain;

import org.jspecify.annotations.Nullable;

/**
 * The value a field had in the newest sight that showed it, null where it was shown to be empty.
 *
 * @param value what was seen
 * @param age of the sight
 */
public record Known<T>(@Nullable T value, Age age) {

    String text() {
        return String.valueOf(value);
    }
}
