package dev.pavior.sandbox.demo;

import dev.pavior.sandbox.domain.Fields;

/** What somebody of the team does; items are named by keys, as they have no number yet. */
sealed interface Act {

    String key();

    record OpenIssue(String key, long project, Fields fields) implements Act {}

    /** Opens a merge request; the issue it closes, if any, is written into its description. */
    record OpenRequest(String key, long project, Fields fields, String description, String closes)
            implements Act {}

    record Change(String key, Fields fields) implements Act {}

    record Merge(String key) implements Act {}

    record Say(String key, String words) implements Act {}
}
