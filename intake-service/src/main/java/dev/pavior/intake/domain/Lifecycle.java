package dev.pavior.intake.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** When an item came, and when and how it ended. */
public record Lifecycle(
        State state, @Nullable Instant createdAt, End closed, End merged, @Nullable Gone gone) {

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

        private End settled() {
            return new End(toSecond(at), false);
        }
    }

    static Lifecycle of(Picture seen, StateTimes times) {
        var state = seen.valueOr(Field.STATE, State.UNKNOWN);
        return new Lifecycle(
                state,
                seen.value(Field.CREATED_AT),
                state == State.CLOSED
                        ? closed(seen.known(Field.CLOSED_AT), times.closedSince())
                        : End.NOT_YET,
                state == State.MERGED
                        ? End.of(seen.value(Field.MERGED_AT), times.mergedSince())
                        : End.NOT_YET,
                seen.presence().gone());
    }

    private static End closed(@Nullable Known<Instant> said, @Nullable Instant since) {
        return End.of(said == null || isOfAnother(said, since) ? null : said.value(), since);
    }

    /** A time said before the present closure was first seen belongs to an earlier closure. */
    private static boolean isOfAnother(Known<Instant> said, @Nullable Instant since) {
        return since != null && said.age().latest().isBefore(since);
    }

    /**
     * How exactly a time is known is no news, nor is since when nobody finds the item. Some sights
     * tell times to the second, others to the millisecond.
     */
    Lifecycle settled() {
        return new Lifecycle(
                state,
                toSecond(createdAt),
                closed.settled(),
                merged.settled(),
                gone == null ? null : new Gone(Instant.EPOCH, gone.reason()));
    }

    private static @Nullable Instant toSecond(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.SECONDS);
    }
}
