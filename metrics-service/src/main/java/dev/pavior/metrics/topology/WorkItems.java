package dev.pavior.metrics.topology;

import dev.pavior.contract.v1.WorkItem;
import dev.pavior.metrics.domain.Item;
import java.util.Optional;

/** Translates work items from the wire. */
final class WorkItems {

    private WorkItems() {}

    static Item toItem(WorkItem record) {
        return new Item(
                record.getRevision(),
                switch (record.getKind()) {
                    case ISSUE -> Item.Kind.ISSUE;
                    case MERGE_REQUEST -> Item.Kind.MERGE_REQUEST;
                    case EPIC, UNKNOWN -> Item.Kind.OTHER;
                },
                switch (record.getState()) {
                    case CLOSED -> Item.State.CLOSED;
                    case MERGED -> Item.State.MERGED;
                    case OPENED, LOCKED, UNKNOWN -> Item.State.OTHER;
                },
                Optional.ofNullable(record.getProjectId()),
                record.getLabels(),
                Optional.ofNullable(record.getMergedAt()),
                Optional.ofNullable(record.getClosedAt()),
                record.getGone() != null,
                record.getObservedAt());
    }
}
