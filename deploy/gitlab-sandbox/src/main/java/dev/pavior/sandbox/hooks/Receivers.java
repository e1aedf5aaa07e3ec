package dev.pavior.sandbox.hooks;

import dev.pavior.sandbox.domain.Hook;
import dev.pavior.sandbox.domain.World;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All hooks: those made by the API and the one from the settings. */
public final class Receivers {

    private final World world;
    private final Optional<Hook> ofAllProjects;

    public Receivers(World world, Optional<Hook> ofAllProjects) {
        this.world = world;
        this.ofAllProjects = ofAllProjects;
    }

    /** A hook with the id 0, which the API does not show. */
    public static Hook ofAllProjects(
            String url, @Nullable String token, @Nullable String signingToken, Instant at) {
        var events =
                Set.of(
                        "issues_events",
                        "confidential_issues_events",
                        "merge_requests_events",
                        "note_events",
                        "confidential_note_events",
                        "emoji_events",
                        "milestone_events",
                        "resource_access_token_events");
        return new Hook(0, null, null, url, null, null, token, signingToken, false, events, at);
    }

    public Stream<Hook> all() {
        return Stream.concat(ofAllProjects.stream(), world.hooks.stream());
    }

    public Optional<Hook> ofAllProjects() {
        return ofAllProjects;
    }
}
