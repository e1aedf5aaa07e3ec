package dev.pavior.intake.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The present state of an item, as far as it is known. */
public record Facts(
        @Nullable Long globalId,
        @Nullable String type,
        State state,
        List<String> labels,
        @Nullable Long milestoneId,
        @Nullable Integer weight,
        @Nullable String status,
        boolean confidential,
        boolean draft,
        @Nullable Long authorId,
        List<Long> assigneeIds,
        List<Long> reviewerIds,
        @Nullable Instant createdAt,
        End closed,
        End merged,
        @Nullable Text text) {

    /**
     * When the item came to an end.
     *
     * @param at null while it has not
     * @param exact whether GitLab said so itself, and not only a sight of it
     */
    public record End(@Nullable Instant at, boolean exact) {

        static final End NOT_YET = new End(null, false);

        private static End of(@Nullable Instant said, @Nullable Instant seen) {
            return said != null ? new End(said, true) : new End(seen, false);
        }
    }

    /**
     * An item of which nobody ever said whether it is confidential is so: leaking cannot be undone.
     */
    static Facts of(Picture seen, StateTimes times) {
        var state = or(seen.state(), State.UNKNOWN);
        return new Facts(
                value(seen.globalId()),
                value(seen.type()),
                state,
                or(seen.labels(), List.of()),
                value(seen.milestoneId()),
                value(seen.weight()),
                value(seen.status()),
                or(seen.confidential(), true),
                or(seen.draft(), false),
                value(seen.authorId()),
                or(seen.assigneeIds(), List.of()),
                or(seen.reviewerIds(), List.of()),
                value(seen.createdAt()),
                state == State.CLOSED ? closed(seen.closedAt(), times.closedSince()) : End.NOT_YET,
                state == State.MERGED
                        ? End.of(value(seen.mergedAt()), times.mergedSince())
                        : End.NOT_YET,
                value(seen.text()));
    }

    /** A time said before the present closure was first seen belongs to an earlier closure. */
    private static End closed(@Nullable Known<Instant> said, @Nullable Instant since) {
        var stale = said != null && since != null && said.age().at().isBefore(since);
        return End.of(stale ? null : value(said), since);
    }

    private static <T> @Nullable T value(@Nullable Known<T> known) {
        return known == null ? null : known.value();
    }

    private static <T> T or(@Nullable Known<T> known, T otherwise) {
        var value = value(known);
        return value == null ? otherwise : value;
    }
}
