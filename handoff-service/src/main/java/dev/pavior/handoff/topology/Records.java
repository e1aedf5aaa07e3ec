package dev.pavior.handoff.topology;

import dev.pavior.contract.v1.ItemKind;
import dev.pavior.contract.v1.ItemState;
import dev.pavior.contract.v1.Move;
import dev.pavior.contract.v1.WorkItem;
import dev.pavior.handoff.domain.Handoff;
import dev.pavior.handoff.domain.HandoffState;
import dev.pavior.handoff.domain.Item;
import dev.pavior.handoff.domain.News;
import dev.pavior.handoff.domain.Workflow;
import org.jspecify.annotations.Nullable;

/** Translates between the records on the wire and the domain. */
public final class Records {

    private Records() {}

    static News news(@Nullable WorkItem item) {
        return item == null ? new News.Empty() : new News.OfItem(item(item));
    }

    static News news(dev.pavior.contract.v1.@Nullable Workflow workflow) {
        return workflow == null ? new News.Empty() : new News.OfWorkflow(workflow(workflow));
    }

    private static Item item(WorkItem item) {
        return new Item(
                item.getItem(),
                item.getRevision(),
                item.getValidFrom(),
                item.getKind() == ItemKind.ISSUE,
                item.getState() == ItemState.CLOSED,
                item.getGone() != null,
                item.getConfidential(),
                item.getLabels());
    }

    private static Workflow workflow(dev.pavior.contract.v1.Workflow workflow) {
        var state = workflow.getState();
        return new Workflow(
                workflow.getRevision(),
                workflow.getSince(),
                state,
                state == null ? left(workflow) : null);
    }

    private static @Nullable String left(dev.pavior.contract.v1.Workflow workflow) {
        return workflow.getMoves().isEmpty() ? null : from(workflow.getMoves().getLast());
    }

    private static @Nullable String from(Move last) {
        return last.getFrom();
    }

    /**
     * A handoff as it was published; null where its state is one that this version does not know.
     */
    public static @Nullable Handoff handoff(dev.pavior.contract.v1.Handoff handoff) {
        var state = state(handoff.getState());
        return state == null
                ? null
                : new Handoff(
                        handoff.getItem(),
                        state,
                        handoff.getSince(),
                        handoff.getGroupLabels(),
                        handoff.getTeam(),
                        handoff.getReason(),
                        handoff.getConfidential(),
                        handoff.getRevision(),
                        handoff.getWorkflowRevision());
    }

    private static @Nullable HandoffState state(dev.pavior.contract.v1.HandoffState state) {
        return switch (state) {
            case PROPOSED -> HandoffState.PROPOSED;
            case WITHDRAWN -> HandoffState.WITHDRAWN;
            case UNKNOWN -> null;
        };
    }

    static dev.pavior.contract.v1.Handoff record(Handoff handoff) {
        return dev.pavior.contract.v1.Handoff.newBuilder()
                .setId(handoff.item())
                .setItem(handoff.item())
                .setState(record(handoff.state()))
                .setSince(handoff.since())
                .setGroupLabels(handoff.groupLabels())
                .setTeam(handoff.team())
                .setReason(handoff.reason())
                .setConfidential(handoff.confidential())
                .setRevision(handoff.revision())
                .setWorkflowRevision(handoff.workflowRevision())
                .build();
    }

    private static dev.pavior.contract.v1.HandoffState record(HandoffState state) {
        return switch (state) {
            case PROPOSED -> dev.pavior.contract.v1.HandoffState.PROPOSED;
            case WITHDRAWN -> dev.pavior.contract.v1.HandoffState.WITHDRAWN;
        };
    }
}
