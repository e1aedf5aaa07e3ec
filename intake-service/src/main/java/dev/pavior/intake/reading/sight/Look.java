package dev.pavior.intake.reading.sight;

import dev.pavior.contract.v1.Origin;
import java.time.Instant;

/**
 * One look at a GitLab.
 *
 * @param source name of the source
 * @param host host of its items
 * @param origin whether recent changes are polled, or everything is swept
 * @param at when it was begun: whatever changed since then, it may not have seen
 */
public record Look(String source, String host, Origin origin, Instant at) {}
