package dev.pavior.metrics.domain;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What an item adds to one KPI.
 *
 * @param month the month it counts in
 * @param slice the part of the work it counts in
 * @param amount how much
 */
public record Share(YearMonth month, String slice, Amount amount) {

    static Share on(LocalDate day, String slice, Amount amount) {
        return new Share(YearMonth.from(day), slice, amount);
    }
}
