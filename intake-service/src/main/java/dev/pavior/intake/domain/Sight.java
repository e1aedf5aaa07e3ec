package dev.pavior.intake.domain;

import org.jspecify.annotations.Nullable;

/**
 * What one hook or one read showed of an item.
 *
 * @param age how old it is
 * @param deliveryId id of the delivery that brought it
 * @param actorId who caused the change
 * @param action what GitLab says happened
 * @param picture the fields it showed, all of this age
 */
public record Sight(
        Age age,
        @Nullable String deliveryId,
        @Nullable Long actorId,
        @Nullable String action,
        Picture picture) {}
