package dev.pavior.intake.doctor;

import dev.pavior.intake.gitlab.Container.Kind;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hooks and deliveries for tests. */
final class Hooks {

    static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");

    private Hooks() {}

    static Hook hook(AlertStatus status) {
        return hook(status, null);
    }

    static Hook hook(AlertStatus status, @Nullable Instant disabledUntil) {
        Map<String, Boolean> events = new HashMap<>();
        Needs.of(Kind.PROJECT).forEach(event -> events.put(event, true));
        return new Hook(7, "https://x.example", status, disabledUntil, CREATED, events, true);
    }

    static Finding.Present present(AlertStatus status, Tried... log) {
        return new Finding.Present(hook(status), Set.of(), HookLog.of(List.of(log)));
    }

    static Finding.Present unread(AlertStatus status) {
        return new Finding.Present(hook(status), Set.of(), null);
    }

    static Tried good(long id, String key) {
        return new Tried(id, key, true, at(id));
    }

    static Tried bad(long id, String key) {
        return new Tried(id, key, false, at(id));
    }

    /** Deliveries are a minute apart. */
    static Instant at(long id) {
        return NOW.minusSeconds(3600).plusSeconds(60 * id);
    }
}
