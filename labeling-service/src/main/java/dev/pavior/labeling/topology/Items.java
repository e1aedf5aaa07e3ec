package dev.pavior.labeling.topology;

import dev.pavior.contract.v1.WorkItem;
import dev.pavior.labeling.domain.Item;
import dev.pavior.labeling.domain.Kind;
import java.util.Locale;

/** Translates a work item off the wire. */
final class Items {

    private Items() {}

    static Item of(WorkItem item) {
        return new Item(
                item.getItem(),
                item.getRevision(),
                item.getValidFrom(),
                item.getActorId(),
                kind(item),
                item.getType(),
                item.getState().name().toLowerCase(Locale.ROOT),
                item.getLabels(),
                item.getMilestoneId(),
                item.getWeight(),
                item.getStatus(),
                item.getConfidential(),
                item.getDraft(),
                item.getAssigneeIds(),
                item.getReviewerIds(),
                item.getCreatedAt(),
                item.getClosedAt(),
                item.getMergedAt(),
                item.getCriteriaDone(),
                item.getCriteriaTotal(),
                item.getGone() != null);
    }

    private static Kind kind(WorkItem item) {
        return switch (item.getKind()) {
            case ISSUE -> Kind.ISSUE;
            case MERGE_REQUEST -> Kind.MERGE_REQUEST;
            case EPIC -> Kind.EPIC;
            case UNKNOWN -> Kind.UNKNOWN;
        };
    }
}
