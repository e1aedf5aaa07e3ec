package dev.pavior.intake.domain;

import static dev.pavior.intake.domain.Known.newer;
import static dev.pavior.intake.domain.Known.newerState;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was seen of an item, each field with the age of its own sight; null means never
 * seen. Merging is commutative, associative and idempotent, so sights may come in any order.
 */
public record Picture(
        @Nullable Known<Long> globalId,
        @Nullable Known<String> type,
        @Nullable Known<State> state,
        @Nullable Known<List<String>> labels,
        @Nullable Known<Long> milestoneId,
        @Nullable Known<Integer> weight,
        @Nullable Known<String> status,
        @Nullable Known<Boolean> confidential,
        @Nullable Known<Boolean> draft,
        @Nullable Known<Long> authorId,
        @Nullable Known<List<Long>> assigneeIds,
        @Nullable Known<List<Long>> reviewerIds,
        @Nullable Known<Instant> createdAt,
        @Nullable Known<Instant> closedAt,
        @Nullable Known<Instant> mergedAt,
        @Nullable Known<Text> text) {

    /** The picture of an item that nobody has seen. */
    public static final Picture BLANK =
            new Picture(
                    null, null, null, null, null, null, null, null, null, null, null, null, null,
                    null, null, null);

    /** Both pictures together: of each field the newer sight. */
    public Picture merge(Picture other) {
        return new Picture(
                newer(globalId, other.globalId),
                newer(type, other.type),
                newerState(state, other.state),
                newer(labels, other.labels),
                newer(milestoneId, other.milestoneId),
                newer(weight, other.weight),
                newer(status, other.status),
                newer(confidential, other.confidential),
                newer(draft, other.draft),
                newer(authorId, other.authorId),
                newer(assigneeIds, other.assigneeIds),
                newer(reviewerIds, other.reviewerIds),
                newer(createdAt, other.createdAt),
                newer(closedAt, other.closedAt),
                newer(mergedAt, other.mergedAt),
                newer(text, other.text));
    }
}
