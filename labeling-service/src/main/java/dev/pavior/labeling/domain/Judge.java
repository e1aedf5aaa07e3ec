package dev.pavior.labeling.domain;

import dev.pavior.taxonomy.Taxonomy;

/** Takes in one state after another of an item and says what follows from each. */
public final class Judge {

    private final Taxonomy taxonomy;
    private final PolicySet policies;

    public Judge(Taxonomy taxonomy, PolicySet policies) {
        this.taxonomy = taxonomy;
        this.policies = policies;
    }

    /** Judges a state; one that is not newer than what is remembered changes nothing. */
    public Judgement judge(ItemMemory memory, Item item) {
        if (item.revision() <= memory.revision()) {
            return new Judgement.Stale();
        }
        return item.gone()
                ? new Judgement.Gone(memory.at(item.revision()))
                : judgeNewer(memory, item);
    }

    private Judgement judgeNewer(ItemMemory memory, Item item) {
        var edition = taxonomy.on(item.day());
        var facts = Facts.of(item, edition.labels());
        var timeline = timelineBefore(memory, item).advance(facts);
        var workflow = workflowBefore(memory, item).follow(item, edition);
        var decision = policies.decide(facts, timeline);
        var next =
                new ItemMemory(
                        item.revision(), timeline, memory.settled(), decision.digest(), workflow);
        return new Judgement.Judged(memory, next, decision);
    }

    private static FactTimeline timelineBefore(ItemMemory memory, Item item) {
        return memory.timeline().facts().isEmpty()
                ? FactTimeline.startedAt(item.validFrom())
                : memory.timeline();
    }

    private static WorkflowTrack workflowBefore(ItemMemory memory, Item item) {
        return memory.timeline().facts().isEmpty()
                ? WorkflowTrack.startedAt(item.validFrom())
                : memory.workflow();
    }

    /** Tells which policies it judges by. */
    public String policySet() {
        return policies.version();
    }
}
