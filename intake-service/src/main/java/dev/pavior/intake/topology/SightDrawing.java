package dev.pavior.intake.topology;

import dev.pavior.contract.v1.ItemKind;
import dev.pavior.contract.v1.ItemState;
import dev.pavior.contract.v1.Observation;
import dev.pavior.contract.v1.Origin;
import dev.pavior.intake.domain.Age;
import dev.pavior.intake.domain.Field;
import dev.pavior.intake.domain.Known;
import dev.pavior.intake.domain.Link;
import dev.pavior.intake.domain.Picture;
import dev.pavior.intake.domain.Presence;
import dev.pavior.intake.domain.Sight;
import dev.pavior.intake.domain.State;
import dev.pavior.intake.domain.Text;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Draws the picture that one observation shows. */
final class SightDrawing {

    private final Observation seen;
    private final Set<String> shown;
    private final Age age;
    private final Age fieldAge;
    private final Picture.Drawing picture = new Picture.Drawing();

    SightDrawing(Observation seen) {
        this.seen = seen;
        this.shown = new HashSet<>(seen.getSeen());
        this.age = Age.of(seen.getValidAt(), seen.getSeenAt());
        this.fieldAge = isRead() ? age.ofRead() : age;
    }

    Sight sight() {
        return new Sight(
                age,
                seen.getDeliveryId(),
                seen.getActorId(),
                seen.getAction(),
                picture.picture(presence()));
    }

    void drawFields() {
        if (seen.getGlobalId() != null) {
            picture.add(Field.GLOBAL_ID, new Known<>(seen.getGlobalId(), fieldAge));
        }
        if (showsState()) {
            draw(Field.STATE, State.valueOf(seen.getState().name()));
        }
        draw(Field.TYPE, seen.getType());
        draw(Field.CONFIDENTIAL, seen.getConfidential());
        draw(Field.CREATED_AT, seen.getCreatedAt());
        draw(Field.CLOSED_AT, seen.getClosedAt());
        draw(Field.MERGED_AT, seen.getMergedAt());
        draw(Field.AUTHOR_ID, seen.getAuthorId());
        draw(Field.ASSIGNEE_IDS, sorted(seen.getAssigneeIds()));
        drawPlanning();
        drawReview();
        drawRelations();
        drawEngagement();
    }

    private void drawPlanning() {
        draw(Field.LABELS, sorted(seen.getLabels()));
        draw(Field.MILESTONE_ID, seen.getMilestoneId());
        draw(Field.ITERATION_ID, seen.getIterationId());
        draw(Field.WEIGHT, seen.getWeight());
        draw(Field.STATUS, seen.getStatus());
        draw(Field.HEALTH_STATUS, seen.getHealthStatus());
    }

    private void drawReview() {
        draw(Field.DRAFT, seen.getDraft());
        draw(Field.REVIEWER_IDS, sorted(seen.getReviewerIds()));
        draw(Field.APPROVED, seen.getApproved());
        draw(Field.APPROVER_IDS, sorted(seen.getApproverIds()));
        draw(Field.INTO_DEFAULT_BRANCH, seen.getIntoDefaultBranch());
    }

    private void drawRelations() {
        draw(Field.PARENT, seen.getParent());
        draw(Field.LINKS, links());
        draw(Field.MOVED_TO_ID, seen.getMovedToId());
        draw(Field.MOVED_TO, seen.getMovedTo());
        draw(Field.MOVED_FROM, seen.getMovedFrom());
        draw(Field.CLOSES_READ, sorted(seen.getClosesRead()));
    }

    private void drawEngagement() {
        draw(Field.UPVOTES, seen.getUpvotes());
        draw(Field.DOWNVOTES, seen.getDownvotes());
        draw(Field.NOTES, seen.getNotes());
        draw(Field.DISCUSSIONS, seen.getDiscussions());
        draw(Field.MENTIONED_IN_NOTE, sorted(seen.getMentionedInNote()));
    }

    /** Title and description make one digest, so they count only where both were seen. */
    void drawText(List<String> handles, Closings closings) {
        if (shown.contains("title")) {
            add(Field.TITLE, Text.titleDigest(title(seen)));
        }
        if (!showsText(seen)) {
            return;
        }
        add(Field.TEXT, Text.of(title(seen), description(seen), handles));
        if (seen.getKind() == ItemKind.MERGE_REQUEST) {
            drawClosings(closings.saidBy(seen));
        }
    }

    /** Of GitLab's list that which the words do not say stays when the words change. */
    private void drawClosings(List<String> said) {
        add(Field.CLOSES_SAID, said);
        draw(
                Field.CLOSES_READ,
                sorted(seen.getClosesRead()).stream().filter(key -> !said.contains(key)).toList());
    }

    /**
     * A read finds the item when we read it, however long ago GitLab last changed it; a hook tells
     * of the time of its change.
     */
    private Presence presence() {
        if (shown.contains("gone") && seen.getGoneReason() != null) {
            return Presence.missed(seen.getSeenAt(), seen.getGoneReason());
        }
        if (!showsState()) {
            return Presence.UNKNOWN;
        }
        return Presence.seen(isRead() ? seen.getSeenAt() : age.at());
    }

    private boolean isRead() {
        return seen.getOrigin() == Origin.POLL || seen.getOrigin() == Origin.SWEEP;
    }

    private boolean showsState() {
        return shown.contains("state") && seen.getState() != ItemState.UNKNOWN;
    }

    private List<Link> links() {
        return seen.getLinks().stream()
                .map(link -> new Link(link.getItem(), link.getType()))
                .distinct()
                .sorted(Comparator.comparing(Link::toString))
                .toList();
    }

    private <T> void draw(Field<T> field, @Nullable T value) {
        if (shown.contains(field.name())) {
            picture.add(field, new Known<>(value, fieldAge));
        }
    }

    private <T> void add(Field<T> field, T value) {
        picture.add(field, new Known<>(value, fieldAge));
    }

    private static <T extends Comparable<T>> List<T> sorted(List<T> values) {
        return values.stream().distinct().sorted().toList();
    }

    static boolean showsText(Observation seen) {
        return seen.getSeen().contains("title") && seen.getSeen().contains("description");
    }

    static String title(Observation seen) {
        return Objects.requireNonNullElse(seen.getTitle(), "");
    }

    static String description(Observation seen) {
        return Objects.requireNonNullElse(seen.getDescription(), "");
    }
}
