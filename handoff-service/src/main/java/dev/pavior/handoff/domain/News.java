package dev.pavior.handoff.domain;

/** What one record tells about an item. */
public sealed interface News {

    /** The present state of the item. */
    record OfItem(Item item) implements News {}

    /** Where the item stands in its workflow. */
    record OfWorkflow(Workflow workflow) implements News {}

    /** Nothing: the record has no value. */
    record Empty() implements News {}
}
