package dev.pavior.sandbox.domain;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the events of a project, or of all projects, are sent. */
public record Hook(
        long id,
        @Nullable Long projectId,
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

    public boolean wants(String event, long project) {
        return events.contains(event) && (projectId == null || projectId == project);
    }
}
