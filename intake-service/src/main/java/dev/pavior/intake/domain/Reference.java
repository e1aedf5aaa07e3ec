package dev.pavior.intake.domain;

import org.jspecify.annotations.Nullable;

/**
 * An issue or other work item that a text names.
 *
 * @param path of the project or group that holds it, as written; null for the text's own project
 * @param inGroup whether the path is one of a group
 * @param iid number within that
 */
public record Reference(@Nullable String path, boolean inGroup, long iid) {}
