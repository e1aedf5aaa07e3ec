package dev.pavior.intake.topology;

import dev.pavior.contract.v1.ItemText;
import dev.pavior.contract.v1.ItemTitle;
import dev.pavior.contract.v1.WorkItem;
import org.jspecify.annotations.Nullable;

/** What the assembler has to say about an item, each on a topic of its own. */
sealed interface Output {

    /** Its whole present state. */
    record State(WorkItem item) implements Output {}

    /** Its words; null withdraws them. */
    record Words(@Nullable ItemText text) implements Output {}

    /** Its title; null withdraws it. */
    record Name(@Nullable ItemTitle title) implements Output {}
}
