package dev.pavior.intake.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a source proves that a delivery is its own. */
interface Verification {

    /** The secret it was made with; null where it proves nothing. */
    Source.@Nullable Slot check(Delivery delivery, Instant now);

    /** Whether its headers, before any of its body, leave it possible that it proves anything. */
    boolean isPossible(Delivery announced, Instant now);
}
