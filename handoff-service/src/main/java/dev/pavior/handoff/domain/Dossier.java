package dev.pavior.handoff.domain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one item: its newest state, its newest workflow and the handoff published
 * last. Either of the first two may come first.
 */
public record Dossier(@Nullable Item item, @Nullable Workflow workflow, @Nullable Handoff handoff) {

    /** Nothing is known yet. */
    public static final Dossier EMPTY = new Dossier(null, null, null);

    /** This with the news; empty where the news is old, or told before. */
    public Optional<Dossier> with(News news) {
        return switch (news) {
            case News.OfItem(Item newer) when newer.revision() > itemRevision() ->
                    Optional.of(new Dossier(newer, workflow, handoff));
            case News.OfWorkflow(Workflow newer)
                    when newer.revision() >= workflowRevision() && !newer.equals(workflow) ->
                    Optional.of(new Dossier(item, newer, handoff));
            default -> Optional.empty();
        };
    }

    /** This with the handoff that was published last. */
    public Dossier with(Handoff published) {
        return new Dossier(item, workflow, published);
    }

    long itemRevision() {
        return item == null ? 0 : item.revision();
    }

    long workflowRevision() {
        return workflow == null ? 0 : workflow.revision();
    }
}
