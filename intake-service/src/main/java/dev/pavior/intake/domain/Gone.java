package dev.pavior.intake.domain;

import java.time.Instant;

/**
 * That an item can no longer be seen.
 *
 * @param since when it was first missed, by our clock
 * @param reason why, such as deleted or hidden
 */
public record Gone(Instant since, String reason) {}
