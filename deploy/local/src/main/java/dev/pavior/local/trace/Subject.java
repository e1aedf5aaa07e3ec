package dev.pavior.local.trace;

/** What is followed. */
public sealed interface Subject {

    /** All that has to do with one item, by its key. */
    record Item(String key) implements Subject {}

    /** All that came of one delivery, by GitLab's id of it. */
    record Delivery(String id) implements Subject {}
}
