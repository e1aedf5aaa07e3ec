package dev.pavior.sandbox.domain;

import java.time.Instant;

/** That a merge request was merged: by whom, when, and into which commit. */
public record Merge(long by, Instant at, String commit) {}
