package dev.pavior.metrics.web;

import dev.pavior.metrics.domain.KpiDefinition;
import dev.pavior.metrics.domain.Score;
import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * One number.
 *
 * @param month month in the team's time zone, as yyyy-MM
 * @param slice which part of the work
 * @param value the number to show; null for a percentage of nothing
 * @param numerator the count, or the upper part of the ratio
 * @param denominator the lower part of the ratio; null for a count
 * @param running whether the month is not over yet
 * @param changedBy key of the item that last changed it; null where nothing ever counted
 * @param knownSince when that change became known; null where nothing ever counted
 */
record PointView(
        YearMonth month,
        String slice,
        @Nullable Number value,
        long numerator,
        @Nullable Long denominator,
        boolean running,
        @Nullable String changedBy,
        @Nullable Instant knownSince) {

    static PointView of(KpiDefinition kpi, Score score, YearMonth now) {
        return new PointView(
                score.cell().month(),
                score.cell().slice(),
                kpi.unit().value(score.amount()).orElse(null),
                score.amount().numerator(),
                kpi.unit().ratio() ? score.amount().denominator() : null,
                !score.cell().month().isBefore(now),
                score.changedBy().orElse(null),
                score.knownSince().orElse(null));
    }
}
