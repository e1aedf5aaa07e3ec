package dev.pavior.metrics.domain;

/**
 * What one item adds to one cell.
 *
 * @param cell where
 * @param amount how much
 */
public record Contribution(Cell cell, Amount amount) {}
