package dev.pavior.metrics;

import dev.pavior.contract.ItemKey;
import dev.pavior.contract.v1.Gone;
import dev.pavior.contract.v1.ItemKind;
import dev.pavior.contract.v1.ItemState;
import dev.pavior.contract.v1.WorkItem;
import java.time.Instant;
import java.util.List;

/** Work items as they come over the wire. */
public final class WorkItems {

    public static final String HOST = "gitlab.test";
    public static final long PRODUCT = 7;
    public static final String REQUIREMENT = "ProdSecEngMetric::ProdSecRequirement";
    public static final String PENDING = "ProdSecEngMetric::Pending";
    public static final String CANDIDATE = "ProdSecEng Candidate";
    public static final Instant KNOWN_AT = Instant.parse("2026-11-20T12:00:00Z");

    private WorkItems() {}

    public static WorkItem.Builder request(long iid, long revision, String... labels) {
        return item(ItemKind.MERGE_REQUEST, iid, revision, labels);
    }

    public static WorkItem.Builder issue(long iid, long revision, String... labels) {
        return item(ItemKind.ISSUE, iid, revision, labels);
    }

    public static WorkItem.Builder merged(long iid, long revision, String at, String... labels) {
        return request(iid, revision, labels)
                .setState(ItemState.MERGED)
                .setMergedAt(Instant.parse(at));
    }

    public static WorkItem.Builder closed(long iid, long revision, String at, String... labels) {
        return issue(iid, revision, labels)
                .setState(ItemState.CLOSED)
                .setClosedAt(Instant.parse(at));
    }

    public static WorkItem gone(WorkItem.Builder item) {
        return item.setGone(new Gone(KNOWN_AT, "hidden")).build();
    }

    private static WorkItem.Builder item(ItemKind kind, long iid, long revision, String... labels) {
        var key =
                kind == ItemKind.ISSUE
                        ? ItemKey.issue(HOST, PRODUCT, iid)
                        : ItemKey.mergeRequest(HOST, PRODUCT, iid);
        return WorkItem.newBuilder()
                .setItem(key.toString())
                .setHost(HOST)
                .setProjectId(PRODUCT)
                .setKind(kind)
                .setIid(iid)
                .setRevision(revision)
                .setValidFrom(KNOWN_AT)
                .setObservedAt(KNOWN_AT)
                .setState(ItemState.OPENED)
                .setLabels(List.of(labels));
    }
}
