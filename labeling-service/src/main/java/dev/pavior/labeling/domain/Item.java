package dev.pavior.labeling.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole present state of one work item, as far as policies and workflow look at it.
 *
 * @param key the item's one name
 * @param revision number of this state, growing
 * @param validFrom since when this is so, by GitLab's clock
 * @param actorId who caused it, where known
 * @param state {@code opened}, {@code closed}, {@code merged}, {@code locked} or {@code unknown}
 * @param gone whether the item can no longer be seen
 */
public record Item(
        String key,
        long revision,
        Instant validFrom,
        @Nullable Long actorId,
        Kind kind,
        @Nullable String type,
        String state,
        List<String> labels,
        @Nullable Long milestoneId,
        @Nullable Integer weight,
        @Nullable String status,
        boolean confidential,
        boolean draft,
        List<Long> assigneeIds,
        List<Long> reviewerIds,
        @Nullable Instant createdAt,
        @Nullable Instant closedAt,
        @Nullable Instant mergedAt,
        @Nullable Integer criteriaDone,
        @Nullable Integer criteriaTotal,
        boolean gone) {

    public Item {
        labels = labels.stream().distinct().sorted().toList();
        assigneeIds = List.copyOf(assigneeIds);
        reviewerIds = List.copyOf(reviewerIds);
    }

    /** The day whose taxonomy judges this state. */
    LocalDate day() {
        return LocalDate.ofInstant(validFrom, ZoneOffset.UTC);
    }
}
