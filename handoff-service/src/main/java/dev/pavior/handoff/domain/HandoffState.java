package dev.pavior.handoff.domain;

import java.util.Locale;

/** Where a handoff stands. */
public enum HandoffState {
    /** The work is complete, and its owner is to take it over. */
    PROPOSED,
    /** It was proposed, but no longer holds. */
    WITHDRAWN;

    /** The word that stands for it in addresses and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
