package dev.pavior.intake.topology;

import dev.pavior.contract.v1.Gone;
import dev.pavior.contract.v1.ItemLink;
import dev.pavior.contract.v1.ItemState;
import dev.pavior.contract.v1.Observation;
import dev.pavior.contract.v1.WorkItem;
import dev.pavior.intake.domain.Assembly.Revised;
import dev.pavior.intake.domain.Engagement;
import dev.pavior.intake.domain.Facts;
import dev.pavior.intake.domain.Lifecycle;
import dev.pavior.intake.domain.Planning;
import dev.pavior.intake.domain.Relations;
import dev.pavior.intake.domain.Review;

/** Writes a revision down as a record. */
final class WorkItems {

    private WorkItems() {}

    /**
     * The record of a revision.
     *
     * @param seen the observation that brought it, which says which item it is
     */
    static WorkItem of(Observation seen, Revised revised) {
        var item =
                WorkItem.newBuilder()
                        .setItem(seen.getItem())
                        .setHost(seen.getHost())
                        .setProjectId(seen.getProjectId())
                        .setGroupId(seen.getGroupId())
                        .setKind(seen.getKind())
                        .setIid(seen.getIid())
                        .setRevision(revised.revision())
                        .setValidFrom(revised.validFrom())
                        .setObservedAt(revised.observedAt())
                        .setActorId(revised.cause().actorId())
                        .setAction(revised.cause().action());
        return with(item, revised.facts()).build();
    }

    private static WorkItem.Builder with(WorkItem.Builder item, Facts facts) {
        withLifecycle(item, facts.lifecycle());
        withPlanning(item, facts.planning());
        withReview(item, facts.review());
        withRelations(item, facts.relations());
        withEngagement(item, facts.engagement());
        return withText(item, facts)
                .setGlobalId(facts.globalId())
                .setType(facts.type())
                .setConfidential(facts.confidential())
                .setAuthorId(facts.people().authorId())
                .setAssigneeIds(facts.people().assigneeIds());
    }

    private static void withLifecycle(WorkItem.Builder item, Lifecycle lifecycle) {
        var gone = lifecycle.gone();
        item.setState(ItemState.valueOf(lifecycle.state().name()))
                .setCreatedAt(lifecycle.createdAt())
                .setClosedAt(lifecycle.closed().at())
                .setClosedAtExact(lifecycle.closed().exact())
                .setMergedAt(lifecycle.merged().at())
                .setMergedAtExact(lifecycle.merged().exact())
                .setGone(gone == null ? null : new Gone(gone.since(), gone.reason()));
    }

    private static void withPlanning(WorkItem.Builder item, Planning planning) {
        item.setLabels(planning.labels())
                .setMilestoneId(planning.milestoneId())
                .setIterationId(planning.iterationId())
                .setWeight(planning.weight())
                .setStatus(planning.status())
                .setHealthStatus(planning.healthStatus());
    }

    private static void withReview(WorkItem.Builder item, Review review) {
        item.setDraft(review.draft())
                .setReviewerIds(review.reviewerIds())
                .setApproved(review.approved())
                .setApproverIds(review.approverIds())
                .setIntoDefaultBranch(review.intoDefaultBranch());
    }

    private static void withRelations(WorkItem.Builder item, Relations relations) {
        item.setParent(relations.parent())
                .setLinks(
                        relations.links().stream()
                                .map(link -> new ItemLink(link.item(), link.type()))
                                .toList())
                .setMovedToId(relations.movedToId())
                .setMovedTo(relations.movedTo())
                .setMovedFrom(relations.movedFrom())
                .setCloses(relations.closes());
    }

    private static void withEngagement(WorkItem.Builder item, Engagement engagement) {
        item.setUpvotes(engagement.upvotes())
                .setDownvotes(engagement.downvotes())
                .setNotes(engagement.notes())
                .setDiscussions(engagement.discussions())
                .setMentions(engagement.mentions());
    }

    private static WorkItem.Builder withText(WorkItem.Builder item, Facts facts) {
        var text = facts.text();
        if (text == null) {
            return item;
        }
        return item.setTextDigest(text.digest())
                .setCriteriaDone(text.criteriaDone())
                .setCriteriaTotal(text.criteriaTotal());
    }
}
