package dev.pavior.metrics.topology;

import dev.pavior.metrics.domain.Amount;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The sum in a cell.
 *
 * @param amount the sum
 * @param changedBy key of the item that last changed it; null while nothing did
 * @param knownSince when we came to know of that change
 */
record Tally(Amount amount, @Nullable String changedBy, @Nullable Instant knownSince) {

    static final Tally NONE = new Tally(Amount.NONE, null, null);

    Tally plus(Delta delta) {
        return new Tally(amount.plus(delta.amount()), delta.item(), delta.knownSince());
    }
}
