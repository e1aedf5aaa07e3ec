package dev.pavior.intake.domain;

/**
 * Whether an item is open; the later constant wins where two sights are equally old, since GitLab
 * closes and merges within the same second as it edits, and an end is rarely undone in that second.
 */
public enum State {
    UNKNOWN,
    OPENED,
    LOCKED,
    CLOSED,
    MERGED
}
