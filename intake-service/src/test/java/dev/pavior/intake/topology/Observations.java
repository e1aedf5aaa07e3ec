package dev.pavior.intake.topology;

import dev.pavior.contract.v1.ItemKind;
import dev.pavior.contract.v1.ItemLink;
import dev.pavior.contract.v1.ItemState;
import dev.pavior.contract.v1.Observation;
import dev.pavior.contract.v1.Origin;
import java.time.Instant;
import java.util.List;

/** Sights of one merge request, as hooks and reads tell them. */
final class Observations {

    static final String HOST = "gitlab.example";
    static final String ITEM = HOST + "/7/merge_request/3";
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123Z");

    private Observations() {}

    /** A hook that it was opened, with all that such a hook shows. */
    static Observation.Builder opened(Instant at) {
        return sight(at)
                .setAction("open")
                .setSeen(
                        List.of(
                                "state",
                                "title",
                                "description",
                                "labels",
                                "confidential",
                                "draft",
                                "authorId",
                                "assigneeIds",
                                "createdAt",
                                "targetBranch"))
                .setState(ItemState.OPENED)
                .setTitle("Add a check")
                .setDescription("- [x] one\n- [ ] two")
                .setLabels(List.of("bug", "group::code review"))
                .setConfidential(false)
                .setDraft(true)
                .setAuthorId(9L)
                .setAssigneeIds(List.of(4L, 5L))
                .setCreatedAt(NOON.minusSeconds(60))
                .setTargetBranch("main");
    }

    /** A read of what no hook shows. */
    static Observation.Builder read(Instant at) {
        return sight(at)
                .setOrigin(Origin.POLL)
                .setDeliveryId(null)
                .setActorId(null)
                .setSeen(
                        List.of(
                                "state",
                                "parent",
                                "links",
                                "movedToId",
                                "movedTo",
                                "movedFrom",
                                "iterationId",
                                "healthStatus",
                                "upvotes",
                                "downvotes",
                                "notes",
                                "discussions",
                                "approved",
                                "approverIds",
                                "intoDefaultBranch",
                                "closesRead"))
                .setState(ItemState.OPENED)
                .setParent(HOST + "/groups/2/epic/1")
                .setLinks(
                        List.of(
                                new ItemLink(HOST + "/7/issue/9", "relates_to"),
                                new ItemLink(HOST + "/7/issue/10", "blocks")))
                .setMovedToId(77L)
                .setMovedTo(HOST + "/8/issue/1")
                .setMovedFrom(HOST + "/6/issue/1")
                .setIterationId(5L)
                .setHealthStatus("at_risk")
                .setUpvotes(3)
                .setDownvotes(1)
                .setNotes(8)
                .setDiscussions(2)
                .setApproved(true)
                .setApproverIds(List.of(4L))
                .setIntoDefaultBranch(true)
                .setClosesRead(List.of(HOST + "/7/issue/40"));
    }

    /** A hook that shows nothing yet. */
    static Observation.Builder sight(Instant at) {
        return Observation.newBuilder()
                .setItem(ITEM)
                .setHost(HOST)
                .setProjectId(7L)
                .setProjectPath("group/project")
                .setKind(ItemKind.MERGE_REQUEST)
                .setIid(3)
                .setGlobalId(333L)
                .setOrigin(Origin.HOOK)
                .setSource("default")
                .setDeliveryId("d-" + at)
                .setActorId(9L)
                .setValidAt(at)
                .setSeenAt(at.plusSeconds(2));
    }
}
