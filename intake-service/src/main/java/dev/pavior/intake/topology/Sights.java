package dev.pavior.intake.topology;

import dev.pavior.contract.v1.ItemState;
import dev.pavior.contract.v1.Observation;
import dev.pavior.intake.domain.Age;
import dev.pavior.intake.domain.Known;
import dev.pavior.intake.domain.Picture;
import dev.pavior.intake.domain.Sight;
import dev.pavior.intake.domain.State;
import dev.pavior.intake.domain.Text;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads one observation as a sight. */
final class Sights {

    private final Observation seen;
    private final Age age;

    private Sights(Observation seen) {
        this.seen = seen;
        this.age = Age.of(seen.getValidAt(), seen.getSeenAt());
    }

    static Sight of(Observation seen) {
        return new Sights(seen).sight();
    }

    private Sight sight() {
        return new Sight(age, seen.getDeliveryId(), seen.getActorId(), seen.getAction(), picture());
    }

    private Picture picture() {
        return new Picture(
                seen.getGlobalId() == null ? null : new Known<>(seen.getGlobalId(), age),
                known("type", seen.getType()),
                state(),
                known("labels", List.copyOf(seen.getLabels())),
                known("milestoneId", seen.getMilestoneId()),
                known("weight", seen.getWeight()),
                known("status", seen.getStatus()),
                known("confidential", seen.getConfidential()),
                known("draft", seen.getDraft()),
                known("authorId", seen.getAuthorId()),
                known("assigneeIds", List.copyOf(seen.getAssigneeIds())),
                known("reviewerIds", List.copyOf(seen.getReviewerIds())),
                known("createdAt", seen.getCreatedAt()),
                known("closedAt", seen.getClosedAt()),
                known("mergedAt", seen.getMergedAt()),
                text());
    }

    private @Nullable Known<State> state() {
        var state = seen.getState();
        return state == ItemState.UNKNOWN ? null : known("state", State.valueOf(state.name()));
    }

    /** Title and description make one digest, so they count only where both were seen. */
    private @Nullable Known<Text> text() {
        if (!shows("title") || !shows("description")) {
            return null;
        }
        var title = Objects.requireNonNullElse(seen.getTitle(), "");
        var description = Objects.requireNonNullElse(seen.getDescription(), "");
        return new Known<>(Text.of(title, description), age);
    }

    private <T> @Nullable Known<T> known(String field, @Nullable T value) {
        return shows(field) ? new Known<>(value, age) : null;
    }

    private boolean shows(String field) {
        return seen.getSeen().contains(field);
    }
}
