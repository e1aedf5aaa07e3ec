package dev.pavior.intake.domain;

import java.time.Instant;
import java.util.List;

/** Builds sights for tests, by the minute after a fixed morning. */
final class SightBuilder {

    static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

    private final Age age;
    private String deliveryId;
    private String action = "update";
    private State state;
    private List<String> labels;
    private Long milestoneId;
    private Boolean confidential;
    private Instant closedAt;
    private Instant mergedAt;
    private boolean showsClosedAt;
    private Text text;

    private SightBuilder(Age age) {
        this.age = age;
    }

    static Instant minute(long minutes) {
        return MORNING.plusSeconds(60 * minutes);
    }

    /** A sight of what was so at that minute, seen a second later. */
    static SightBuilder at(long minute) {
        return new SightBuilder(new Age(minute(minute), minute(minute).plusSeconds(1)));
    }

    static SightBuilder at(long minute, long seenMinute) {
        return new SightBuilder(new Age(minute(minute), minute(seenMinute)));
    }

    static SightBuilder of(Age age) {
        return new SightBuilder(age);
    }

    SightBuilder delivery(String id) {
        deliveryId = id;
        return this;
    }

    SightBuilder action(String name) {
        action = name;
        return this;
    }

    SightBuilder state(State seen) {
        state = seen;
        return this;
    }

    SightBuilder labels(String... seen) {
        labels = List.of(seen);
        return this;
    }

    SightBuilder milestone(Long seen) {
        milestoneId = seen;
        return this;
    }

    SightBuilder confidential(boolean seen) {
        confidential = seen;
        return this;
    }

    SightBuilder closedAt(Instant seen) {
        closedAt = seen;
        showsClosedAt = true;
        return this;
    }

    SightBuilder mergedAt(Instant seen) {
        mergedAt = seen;
        return this;
    }

    SightBuilder text(Text seen) {
        text = seen;
        return this;
    }

    Sight build() {
        return new Sight(
                age,
                deliveryId,
                7L,
                action,
                new Picture(
                        null,
                        null,
                        known(state),
                        known(labels),
                        known(milestoneId),
                        null,
                        null,
                        known(confidential),
                        null,
                        null,
                        null,
                        null,
                        null,
                        showsClosedAt ? new Known<>(closedAt, age) : null,
                        known(mergedAt),
                        known(text)));
    }

    private <T> Known<T> known(T value) {
        return value == null ? null : new Known<>(value, age);
    }
}
