package dev.pavior.sandbox.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A group of projects and of groups below it. */
public record Group(
        long id,
        String path,
        String name,
        String description,
        Instant createdAt,
        @Nullable Long parentId)
        implements Entity {}
