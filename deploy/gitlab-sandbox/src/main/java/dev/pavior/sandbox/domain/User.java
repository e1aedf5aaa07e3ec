package dev.pavior.sandbox.domain;

import java.time.Instant;

/** A person or a bot. */
public record User(
        long id, String username, String name, boolean admin, boolean bot, Instant createdAt)
        implements Entity {}
