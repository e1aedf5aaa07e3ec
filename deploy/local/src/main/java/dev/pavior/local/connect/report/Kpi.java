package dev.pavior.local.connect.report;

/**
 * A number of the charter.
 *
 * @param title what people call it
 * @param running its value in the running month
 * @param last its value in the month before
 */
public record Kpi(String title, String running, String last) {}
