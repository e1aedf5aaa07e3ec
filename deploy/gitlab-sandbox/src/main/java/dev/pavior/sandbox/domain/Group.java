package dev.pavior.sandbox.domain;

import java.time.Instant;

/** A top-level group of projects. */
public record Group(long id, String path, String name, String description, Instant createdAt)
        implements Entity {}
