package dev.pavior.labeling.writer;

import dev.pavior.labeling.domain.EditPlan.Look;

/** What GitLab answered about an item, where it answered for good. */
sealed interface Answer {

    /** The item as it is now. */
    record Seen(Look look) implements Answer {}

    /** Missing, or not visible to us now. */
    record Missing() implements Answer {}

    /** We may not do this here. */
    record Forbidden() implements Answer {}

    /** GitLab says that the request itself is wrong. */
    record Rejected(int status) implements Answer {}

    /** What a status that is no success says. */
    static Answer failed(int status) {
        return switch (status) {
            case 404 -> new Missing();
            case 403 -> new Forbidden();
            case 400, 422 -> new Rejected(status);
            default -> throw GitLabUnavailable.perhapsForThisItem(GitLabCalls.unexpected(status));
        };
    }
}
