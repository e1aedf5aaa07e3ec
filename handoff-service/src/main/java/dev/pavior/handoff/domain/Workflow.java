package dev.pavior.handoff.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an item stands in its workflow.
 *
 * @param revision revision of the item up to which the workflow has taken it in
 * @param since since when it stands there, by GitLab's clock
 * @param state workflow state; null where it has none
 * @param left the state that it had before it had none; null where it has one or never had
 */
public record Workflow(
        long revision, Instant since, @Nullable String state, @Nullable String left) {}
