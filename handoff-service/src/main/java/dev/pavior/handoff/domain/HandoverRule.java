package dev.pavior.handoff.domain;

import dev.pavior.handoff.domain.Decision.Publish;
import dev.pavior.handoff.domain.Decision.Reason;
import dev.pavior.handoff.domain.Decision.Silent;
import dev.pavior.handoff.domain.Ownership.Finding;
import dev.pavior.taxonomy.Edition;
import dev.pavior.taxonomy.Taxonomy;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An issue is handed over when it is complete and carries a group label.
 *
 * <p>Complete means that its workflow stands at the taxonomy's complete state. A closed issue whose
 * workflow label was taken off counts by the last state it had; one that never had a workflow is
 * not handed over.
 */
public final class HandoverRule {

    private final Taxonomy taxonomy;
    private final Ownership ownership;

    public HandoverRule(Taxonomy taxonomy, Ownership ownership) {
        this.taxonomy = taxonomy;
        this.ownership = ownership;
    }

    /** What follows from what is known now; the same dossier always gets the same decision. */
    public Decision decide(Dossier dossier) {
        var item = dossier.item();
        var published = dossier.handoff();
        if (item == null || dossier.workflowRevision() > item.revision()) {
            return new Silent(Reason.WAITING);
        }
        if (published != null && published.isAheadOf(dossier)) {
            return new Silent(Reason.OVERTAKEN);
        }
        var next = next(dossier, item);
        if (next.isEmpty()) {
            return new Silent(Reason.NOT_DUE);
        }
        return published != null && next.get().saysTheSameAs(published)
                ? new Silent(Reason.UNCHANGED)
                : new Publish(next.get());
    }

    private Optional<Handoff> next(Dossier dossier, Item item) {
        var edition = taxonomy.on(item.validFrom().atZone(ZoneOffset.UTC).toLocalDate());
        var groups = edition.labels().ownerLabels(item.labels());
        var obstacle = obstacle(item, dossier.workflow(), groups, edition);
        if (obstacle.isEmpty()) {
            return Optional.of(propose(dossier, item, groups));
        }
        return Optional.ofNullable(dossier.handoff())
                .map(published -> withdraw(dossier, item, published, obstacle.get()));
    }

    /** Why the item is not handed over; empty where it is. */
    private static Optional<String> obstacle(
            Item item, @Nullable Workflow workflow, List<String> groups, Edition edition) {
        if (!item.issue()) {
            return Optional.of("Only issues are handed over.");
        }
        if (item.gone()) {
            return Optional.of("The item can no longer be seen.");
        }
        var complete = edition.workflow().complete();
        var standing = standing(item, workflow);
        if (!standing.equals(Optional.of(complete))) {
            return Optional.of(
                    standing.map(state -> "Not complete: its workflow stands at " + state + ".")
                            .orElse("Not complete: it has no workflow state."));
        }
        return groups.isEmpty() ? Optional.of("It has no group label.") : Optional.empty();
    }

    private static Optional<String> standing(Item item, @Nullable Workflow workflow) {
        if (workflow == null) {
            return Optional.empty();
        }
        var state = Optional.ofNullable(workflow.state());
        return item.closed() ? state.or(() -> Optional.ofNullable(workflow.left())) : state;
    }

    private Handoff propose(Dossier dossier, Item item, List<String> groups) {
        var finding = ownership.find(groups);
        return new Handoff(
                item.key(),
                HandoffState.PROPOSED,
                since(dossier, item, HandoffState.PROPOSED),
                groups,
                finding instanceof Finding.Found(Owner owner) ? owner.team() : null,
                reason(finding, groups),
                item.confidential(),
                item.revision(),
                dossier.workflowRevision());
    }

    private static String reason(Finding finding, List<String> groups) {
        return switch (finding) {
            case Finding.Found(Owner owner) ->
                    "Complete; %s owns %s.".formatted(owner.team(), String.join(", ", groups));
            case Finding.Unknown(List<String> labels) ->
                    "Complete, but the ownership file names no owner for %s: nobody is pinged."
                            .formatted(String.join(", ", labels));
            case Finding.Conflict(List<String> teams) ->
                    "Complete, but %s name different owners, %s: nobody is pinged."
                            .formatted(String.join(", ", groups), String.join(" and ", teams));
        };
    }

    /** A withdrawn handoff keeps its reason, but not a confidentiality that is out of date. */
    private static Handoff withdraw(
            Dossier dossier, Item item, Handoff published, String obstacle) {
        return new Handoff(
                published.item(),
                HandoffState.WITHDRAWN,
                since(dossier, item, HandoffState.WITHDRAWN),
                published.groupLabels(),
                published.team(),
                published.state() == HandoffState.WITHDRAWN ? published.reason() : obstacle,
                item.confidential(),
                item.revision(),
                dossier.workflowRevision());
    }

    /** A state that lasts keeps its start; a new one starts with the later of its two causes. */
    private static Instant since(Dossier dossier, Item item, HandoffState state) {
        var published = dossier.handoff();
        if (published != null && published.state() == state) {
            return published.since();
        }
        var workflow = dossier.workflow();
        return workflow == null || workflow.since().isBefore(item.validFrom())
                ? item.validFrom()
                : workflow.since();
    }
}
