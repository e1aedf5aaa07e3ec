package dev.pavior.intake.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far the review of a merge request is, and where it leads. */
public record Review(
        boolean draft,
        List<Long> reviewerIds,
        @Nullable Boolean approved,
        List<Long> approverIds,
        @Nullable Boolean intoDefaultBranch) {

    static Review of(Picture seen) {
        return new Review(
                seen.valueOr(Field.DRAFT, false),
                seen.valueOr(Field.REVIEWER_IDS, List.of()),
                seen.value(Field.APPROVED),
                seen.valueOr(Field.APPROVER_IDS, List.of()),
                seen.value(Field.INTO_DEFAULT_BRANCH));
    }

    /** A review of which nobody said that it is approved is not approved. */
    Review settled() {
        return new Review(
                draft, reviewerIds, Boolean.TRUE.equals(approved), approverIds, intoDefaultBranch);
    }
}
