package dev.pavior.intake.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an item is planned. */
public record Planning(
        List<String> labels,
        @Nullable Long milestoneId,
        @Nullable Long iterationId,
        @Nullable Integer weight,
        @Nullable String status,
        @Nullable String healthStatus) {

    static Planning of(Picture seen) {
        return new Planning(
                seen.valueOr(Field.LABELS, List.of()),
                seen.value(Field.MILESTONE_ID),
                seen.value(Field.ITERATION_ID),
                seen.value(Field.WEIGHT),
                seen.value(Field.STATUS),
                seen.value(Field.HEALTH_STATUS));
    }
}
