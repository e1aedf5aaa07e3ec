package dev.pavior.intake.doctor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that GitLab tried, by the log of its hook.
 *
 * @param id id in the log; the later, the higher
 * @param key what stays the same when it is tried again; empty where GitLab does not say
 * @param isGood whether it was received
 * @param at not later than it was tried; null where nothing tells
 */
record Tried(long id, String key, boolean isGood, @Nullable Instant at) {}
