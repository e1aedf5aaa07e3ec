package dev.pavior.intake.reading;

import dev.pavior.contract.v1.Origin;
import dev.pavior.contract.v1.ReadCursor;
import dev.pavior.contract.v1.ReadJob;
import dev.pavior.contract.v1.ReadState;
import dev.pavior.intake.gitlab.ApiPath;
import dev.pavior.intake.gitlab.Page;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads what has changed in a place since it was last read; at first, everything.
 *
 * <p>Each page begins at the newest change of the one before, instead of at a page number: rows
 * that change meanwhile move to the end of such a list, and by numbers others would slip through.
 * Only where one time fills a whole page GitLab's link is followed.
 */
final class Reconcile {

    private final Desk desk;
    private final Place place;
    private final Sort sort;
    private final String scope;
    private final Published published = new Published();
    private final Arrears arrears = new Arrears();

    Reconcile(Desk desk, Place place, Sort sort) {
        this.desk = desk;
        this.place = place;
        this.sort = sort;
        this.scope = sort.word() + " of " + place;
    }

    String scope() {
        return scope;
    }

    /** One look; whether the place could be read. */
    boolean run() {
        settleArrears();
        var look = new Run(begin());
        @Nullable ApiPath next = look.first();
        while (next != null) {
            var answer = desk.gitLab().page(next);
            var page = answer.orAway();
            if (page.isEmpty()) {
                return look.end(answer.reason());
            }
            next = look.take(page.get());
        }
        look.keep(ReadState.DONE, null);
        return true;
    }

    /** Reads once more what was read without its details. */
    private void settleArrears() {
        for (var due : arrears.all()) {
            var begun = desk.now();
            var page = desk.gitLab().page(due.path(sort)).orAway();
            var rows = page.map(Page::rows).orElse(List.of());
            arrears.forgetAllBut(rows, due);
            publish(rows, begun);
        }
    }

    /** What lacks details is not remembered as published, so that it is read again. */
    private void publish(List<JsonNode> rows, Instant begun) {
        var lacking = new HashSet<Long>();
        desk.publish(sort.sights(rows, desk.look(Origin.POLL, begun), lacking::add));
        published.add(arrears.sorted(rows, lacking));
    }

    private ReadCursor.Builder begin() {
        var before = desk.cursor(ReadJob.RECONCILE, scope);
        var goesOn = before.filter(cursor -> cursor.getState() != ReadState.DONE).isPresent();
        return ReadCursor.newBuilder()
                .setSource(desk.source())
                .setJob(ReadJob.RECONCILE)
                .setScope(scope)
                .setState(ReadState.RUNNING)
                .setUpTo(before.map(ReadCursor::getUpTo).orElse(null))
                .setDoneCount(goesOn ? before.get().getDoneCount() : 0)
                .setTotalCount(goesOn ? before.get().getTotalCount() : null)
                .setStartedAt(goesOn ? before.get().getStartedAt() : desk.now())
                .setUpdatedAt(desk.now());
    }

    /** One look on its way through the pages. */
    private final class Run {

        private final ReadCursor.Builder cursor;
        private @Nullable Instant anchor;
        private @Nullable Instant reached;
        private Instant begun = desk.now();

        Run(ReadCursor.Builder cursor) {
            this.cursor = cursor;
            this.anchor =
                    cursor.getUpTo() == null ? null : Wish.reach(desk, scope, cursor.getUpTo());
        }

        ApiPath first() {
            var path =
                    ApiPath.of("/" + place.segment() + "/{}/" + sort.word(), place.id())
                            .with("scope", "all")
                            .with("state", "all")
                            .with("order_by", "updated_at")
                            .with("sort", "asc")
                            .with("per_page", Lists.PER_PAGE);
            return anchor == null ? path : path.with("updated_after", anchor);
        }

        @Nullable ApiPath take(Page page) {
            publish(published.news(page.rows()), begun);
            return step(page);
        }

        private @Nullable ApiPath step(Page page) {
            var newest =
                    page.rows().stream()
                            .map(Published::updatedAt)
                            .filter(Objects::nonNull)
                            .max(Instant::compareTo)
                            .orElse(null);
            count(page, newest);
            var next = after(page, newest);
            begun = desk.now();
            return next;
        }

        /** What a project has switched off has no list, and no changes. */
        boolean end(String reason) {
            var off = !place.isGroup() && new ItemList(desk.gitLab(), place.id(), sort).isOff();
            keep(off ? ReadState.DONE : ReadState.FAILED, off ? null : reason);
            return off;
        }

        private void count(Page page, @Nullable Instant newest) {
            if (cursor.getTotalCount() == null && page.total().isPresent()) {
                cursor.setTotalCount(cursor.getDoneCount() + page.total().getAsLong());
            }
            cursor.setDoneCount(cursor.getDoneCount() + page.rows().size());
            if (newest != null && (cursor.getUpTo() == null || newest.isAfter(cursor.getUpTo()))) {
                cursor.setUpTo(newest);
            }
        }

        private @Nullable ApiPath after(Page page, @Nullable Instant newest) {
            if (page.next() == null) {
                return null;
            }
            keep(ReadState.RUNNING, null);
            if (newest == null || (reached != null && !newest.isAfter(reached))) {
                return page.next();
            }
            reached = newest;
            // A little before it, for others of the same time may be on the next page.
            anchor = newest.minusMillis(1);
            return first();
        }

        void keep(ReadState state, @Nullable String reason) {
            desk.keep(cursor.setState(state).setReason(reason));
        }
    }
}
