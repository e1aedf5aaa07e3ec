package dev.pavior.handoff;

import dev.pavior.contract.ItemKey;
import dev.pavior.contract.v1.ItemKind;
import dev.pavior.contract.v1.ItemState;
import dev.pavior.contract.v1.WorkItem;
import dev.pavior.contract.v1.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Records as the other services publish them; each revision is an hour after the one before. */
public final class Wire {

    public static final String AUTHENTICATION = "group::authentication";
    public static final String COMPLIANCE = "group::compliance";

    private static final Instant START = Instant.parse("2026-10-01T00:00:00Z");

    private Wire() {}

    public static String key(long iid) {
        return ItemKey.issue("gitlab.example", 7, iid).toString();
    }

    public static Instant hour(long revision) {
        return START.plus(Duration.ofHours(revision));
    }

    public static WorkItem issue(long iid, long revision, String... labels) {
        return item(iid, revision, labels).build();
    }

    public static WorkItem confidential(long iid, long revision, String... labels) {
        return item(iid, revision, labels).setConfidential(true).build();
    }

    private static WorkItem.Builder item(long iid, long revision, String... labels) {
        return WorkItem.newBuilder()
                .setItem(key(iid))
                .setHost("gitlab.example")
                .setProjectId(7L)
                .setKind(ItemKind.ISSUE)
                .setIid(iid)
                .setRevision(revision)
                .setValidFrom(hour(revision))
                .setObservedAt(hour(revision))
                .setState(ItemState.OPENED)
                .setConfidential(false)
                .setLabels(List.of(labels));
    }

    public static Workflow workflow(long iid, long revision, String state) {
        return Workflow.newBuilder()
                .setItem(key(iid))
                .setRevision(revision)
                .setSince(hour(revision))
                .setState(state)
                .build();
    }
}
