package dev.pavior.handoff.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What happened to one issue, told in revisions; each is an hour after the one before. */
final class Story {

    static final String KEY = "gitlab.example/7/issue/12";
    private static final Instant START = Instant.parse("2026-10-01T00:00:00Z");

    private Dossier dossier = Dossier.EMPTY;
    private Decision last;

    static Instant hour(long revision) {
        return START.plus(Duration.ofHours(revision));
    }

    static Item issue(long revision, String... labels) {
        return new Item(KEY, revision, hour(revision), true, false, false, false, List.of(labels));
    }

    static Item mergeRequest(long revision, String... labels) {
        return new Item(KEY, revision, hour(revision), false, false, false, false, List.of(labels));
    }

    static Item closed(Item item) {
        return new Item(
                item.key(),
                item.revision(),
                item.validFrom(),
                item.issue(),
                true,
                item.gone(),
                item.confidential(),
                item.labels());
    }

    static Item gone(Item item) {
        return new Item(
                item.key(),
                item.revision(),
                item.validFrom(),
                item.issue(),
                item.closed(),
                true,
                item.confidential(),
                item.labels());
    }

    static Item confidential(Item item) {
        return new Item(
                item.key(),
                item.revision(),
                item.validFrom(),
                item.issue(),
                item.closed(),
                item.gone(),
                true,
                item.labels());
    }

    static Workflow at(long revision, String state) {
        return new Workflow(revision, hour(revision), state, null);
    }

    static Workflow left(long revision, String state) {
        return new Workflow(revision, hour(revision), null, state);
    }

    Story then(Item item) {
        return then(new News.OfItem(item));
    }

    Story then(Workflow workflow) {
        return then(new News.OfWorkflow(workflow));
    }

    private Story then(News news) {
        dossier = dossier.with(news).orElse(dossier);
        last = Charter.RULE.decide(dossier);
        if (last instanceof Decision.Publish(Handoff handoff)) {
            dossier = dossier.with(handoff);
        }
        return this;
    }

    Decision last() {
        return last;
    }

    Handoff handoff() {
        return dossier.handoff();
    }

    Dossier dossier() {
        return dossier;
    }
}
