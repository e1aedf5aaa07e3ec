package dev.pavior.metrics.topology;

import dev.pavior.metrics.domain.Amount;
import java.time.Instant;

/**
 * What to add to a cell, on its way there.
 *
 * @param amount how much, negative where something is taken away
 * @param item key of the item that causes it
 * @param knownSince when we came to know of it
 */
record Delta(Amount amount, String item, Instant knownSince) {}
