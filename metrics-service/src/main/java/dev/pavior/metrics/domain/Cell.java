package dev.pavior.metrics.domain;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;

/**
 * One place on the scoreboard.
 *
 * @param kpi id of the KPI
 * @param month month in the team's zone
 * @param slice which part of the work
 */
public record Cell(String kpi, YearMonth month, String slice) {

    /**
     * Reads a cell as {@link #toString()} writes it.
     *
     * @throws IllegalArgumentException where the text is not one
     */
    public static Cell parse(String text) {
        var parts = List.of(text.split("/", 3));
        if (parts.size() != 3) {
            throw new IllegalArgumentException("not a cell: \"" + text + "\"");
        }
        try {
            return new Cell(parts.get(0), YearMonth.parse(parts.get(1)), parts.get(2));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a cell: \"" + text + "\"", e);
        }
    }

    @Override
    public String toString() {
        return kpi + "/" + month + "/" + slice;
    }
}
