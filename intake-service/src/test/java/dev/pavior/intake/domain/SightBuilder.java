package dev.pavior.intake.domain;

import java.time.Instant;
import java.util.List;

/** Builds sights for tests, by the minute after a fixed morning. */
final class SightBuilder {

    static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

    private final Age age;
    private final Picture.Drawing picture = new Picture.Drawing();
    private Presence presence = Presence.UNKNOWN;
    private String deliveryId;
    private String action = "update";

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

    <T> SightBuilder shows(Field<T> field, T seen) {
        picture.add(field, new Known<>(seen, age));
        return this;
    }

    SightBuilder state(State seen) {
        presence = Presence.seen(age.at());
        return shows(Field.STATE, seen);
    }

    /** A read that finds it, however old GitLab's time of it is. */
    SightBuilder foundNow(State seen) {
        presence = Presence.seen(age.seenAt());
        return shows(Field.STATE, seen);
    }

    SightBuilder missed(String reason) {
        presence = Presence.missed(age.seenAt(), reason);
        return this;
    }

    SightBuilder labels(String... seen) {
        return shows(Field.LABELS, List.of(seen));
    }

    SightBuilder confidential(boolean seen) {
        return shows(Field.CONFIDENTIAL, seen);
    }

    SightBuilder closedAt(Instant seen) {
        return shows(Field.CLOSED_AT, seen);
    }

    SightBuilder mergedAt(Instant seen) {
        return shows(Field.MERGED_AT, seen);
    }

    SightBuilder text(String title, String description) {
        shows(Field.TITLE, Text.titleDigest(title));
        return shows(Field.TEXT, Text.of(title, description, List.of("team")));
    }

    Sight build() {
        return new Sight(age, deliveryId, 7L, action, picture.picture(presence));
    }
}
