package dev.pavior.taxonomy;

import java.time.LocalDate;

/**
 * The vocabulary as it holds from a date on.
 *
 * @param effectiveFrom first day on which it holds
 * @param labels labels, families and aliases
 * @param workflow workflow states and legal moves
 */
public record Edition(LocalDate effectiveFrom, Labels labels, WorkflowRules workflow) {}
