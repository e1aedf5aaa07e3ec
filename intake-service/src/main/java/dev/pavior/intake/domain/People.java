package dev.pavior.intake.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who wrote an item and who works on it, by GitLab's user ids. */
public record People(@Nullable Long authorId, List<Long> assigneeIds) {

    static People of(Picture seen) {
        return new People(seen.value(Field.AUTHOR_ID), seen.valueOr(Field.ASSIGNEE_IDS, List.of()));
    }
}
