package dev.pavior.sandbox.domain;

import java.time.Instant;

/** Who does something, and when. */
public record Deed(User by, Instant at) {}
