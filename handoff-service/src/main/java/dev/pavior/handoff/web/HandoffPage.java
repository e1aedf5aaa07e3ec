package dev.pavior.handoff.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of handoffs.
 *
 * @param handoffs the handoffs, in the order of their items
 * @param next the cursor of the next page; null where this is the last
 */
record HandoffPage(List<HandoffView> handoffs, @Nullable String next) {}
