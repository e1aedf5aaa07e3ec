package dev.pavior.intake.domain;

import org.jspecify.annotations.Nullable;

/** The present state of an item, as far as it is known; what was never seen counts as empty. */
public record Facts(
        @Nullable Long globalId,
        @Nullable String type,
        boolean confidential,
        Lifecycle lifecycle,
        Planning planning,
        People people,
        Review review,
        Relations relations,
        Engagement engagement,
        @Nullable Text text) {

    /**
     * An item of which nobody ever said whether it is confidential is so: leaking cannot be undone.
     */
    static Facts of(Picture seen, StateTimes times) {
        return new Facts(
                seen.value(Field.GLOBAL_ID),
                seen.value(Field.TYPE),
                seen.valueOr(Field.CONFIDENTIAL, true),
                Lifecycle.of(seen, times),
                Planning.of(seen),
                People.of(seen),
                Review.of(seen),
                Relations.of(seen),
                Engagement.of(seen),
                seen.value(Field.TEXT));
    }

    /** Whether nothing about the item differs; how well it is known may. */
    boolean tellTheSameAs(Facts other) {
        return settled().equals(other.settled());
    }

    private Facts settled() {
        return new Facts(
                globalId,
                type,
                confidential,
                lifecycle.settled(),
                planning,
                people,
                review.settled(),
                relations,
                engagement,
                text);
    }
}
