package dev.pavior.intake.topology;

import dev.pavior.contract.v1.ItemState;
import dev.pavior.contract.v1.Observation;
import dev.pavior.contract.v1.WorkItem;
import dev.pavior.intake.domain.Assembly.Revised;
import dev.pavior.intake.domain.Facts;

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
        return withText(item, facts)
                .setGlobalId(facts.globalId())
                .setType(facts.type())
                .setState(ItemState.valueOf(facts.state().name()))
                .setLabels(facts.labels())
                .setMilestoneId(facts.milestoneId())
                .setWeight(facts.weight())
                .setStatus(facts.status())
                .setConfidential(facts.confidential())
                .setDraft(facts.draft())
                .setAuthorId(facts.authorId())
                .setAssigneeIds(facts.assigneeIds())
                .setReviewerIds(facts.reviewerIds())
                .setCreatedAt(facts.createdAt())
                .setClosedAt(facts.closed().at())
                .setClosedAtExact(facts.closed().exact())
                .setMergedAt(facts.merged().at())
                .setMergedAtExact(facts.merged().exact());
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
