package dev.pavior.labeling.domain;

import java.util.Locale;

/** What sort of work item this is. */
public enum Kind {
    ISSUE,
    MERGE_REQUEST,
    EPIC,
    UNKNOWN;

    /** The word policies and explanations use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
