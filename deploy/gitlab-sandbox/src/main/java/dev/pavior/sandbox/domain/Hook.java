package dev.pavior.sandbox.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the events of a project, of a group and all below it, or of everything are sent. */
public record Hook(
        long id,
        @Nullable Long projectId,
        @Nullable Long groupId,
        String url,
        @Nullable String name,
        @Nullable String description,
        @Nullable String token,
        @Nullable String signingToken,
        boolean sslVerification,
        Set<String> events,
        Instant createdAt)
        implements Entity {

    public Hook {
        events = Set.copyOf(events);
    }

    /** Whether it belongs to this project or group itself. */
    public boolean of(Home home) {
        Long owner = home.group() ? groupId : projectId;
        return owner != null && owner == home.id();
    }

    /** Whether an event is for it that happened in a place with these places above it. */
    public boolean wants(String event, Collection<Home> places) {
        boolean everywhere = projectId == null && groupId == null;
        return events.contains(event) && (everywhere || places.stream().anyMatch(this::of));
    }
}
