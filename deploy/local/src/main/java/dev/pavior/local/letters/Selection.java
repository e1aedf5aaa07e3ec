package dev.pavior.local.letters;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which letters are meant; what is not said does not matter.
 *
 * @param offsets none is any
 * @param reason as the list shows it
 * @param item the key of the record that failed
 */
public record Selection(
        Set<Long> offsets, Optional<String> reason, Optional<String> item, Optional<Instant> since)
        implements Predicate<Letter> {

    public Selection {
        offsets = Set.copyOf(offsets);
    }

    /** Whether nothing is said. */
    public boolean isEmpty() {
        return offsets.isEmpty() && reason.isEmpty() && item.isEmpty() && since.isEmpty();
    }

    @Override
    public boolean test(Letter letter) {
        return (offsets.isEmpty() || offsets.contains(letter.offset()))
                && reason.map(letter.reason()::equals).orElse(true)
                && item.map(letter.keyText()::equals).orElse(true)
                && since.map(time -> !letter.at().isBefore(time)).orElse(true);
    }
}
