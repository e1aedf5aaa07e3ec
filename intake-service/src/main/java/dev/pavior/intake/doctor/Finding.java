package dev.pavior.intake.doctor;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a look at the hooks of a container shows. */
sealed interface Finding {

    /** None of them delivers to us. */
    record Missing() implements Finding {}

    /** The token may not see them. */
    record Hidden() implements Finding {}

    /**
     * Ours is there.
     *
     * @param missing the kinds of events that it should deliver and does not
     * @param log its log, where it was looked at
     */
    record Present(Hook hook, Set<String> missing, @Nullable HookLog log) implements Finding {

        public Present {
            missing = Set.copyOf(missing);
        }
    }
}
