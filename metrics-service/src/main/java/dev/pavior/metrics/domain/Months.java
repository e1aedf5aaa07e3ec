package dev.pavior.metrics.domain;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Months in a row.
 *
 * @param from the first one
 * @param to the last one
 */
public record Months(YearMonth from, YearMonth to) {

    private static final int MOST = 120;

    /**
     * @throws IllegalArgumentException where they run backwards or are too many
     */
    public Months {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("from (" + from + ") is after to (" + to + ")");
        }
        if (ChronoUnit.MONTHS.between(from, to) >= MOST) {
            throw new IllegalArgumentException("at most " + MOST + " months can be asked for");
        }
    }

    /** As many months up to and with this one. */
    public static Months upTo(YearMonth to, int count) {
        return new Months(to.minusMonths(count - 1L), to);
    }

    /** Each of them, the oldest first. */
    public List<YearMonth> each() {
        return LongStream.rangeClosed(0, ChronoUnit.MONTHS.between(from, to))
                .mapToObj(from::plusMonths)
                .toList();
    }
}
