package dev.pavior.handoff.web;

import dev.pavior.handoff.domain.Handoff;
import dev.pavior.handoff.domain.Owner;
import dev.pavior.handoff.domain.Ownership;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A handoff as an answer shows it. */
sealed interface HandoffView {

    /** What the bearer of the token may see of it; people come from the ownership file as it is. */
    static HandoffView of(Handoff handoff, Sight sight, Ownership ownership) {
        return sight.sees(handoff)
                ? Whole.of(handoff, ownership)
                : new KeyAlone(handoff.item(), handoff.item(), true);
    }

    /** Everything. */
    record Whole(
            String id,
            String item,
            String state,
            Instant since,
            List<String> groupLabels,
            @Nullable String team,
            @Nullable People people,
            String reason,
            boolean confidential,
            long revision)
            implements HandoffView {

        static Whole of(Handoff handoff, Ownership ownership) {
            var people = Optional.ofNullable(handoff.team()).flatMap(ownership::team);
            return new Whole(
                    handoff.item(),
                    handoff.item(),
                    handoff.state().word(),
                    handoff.since(),
                    handoff.groupLabels(),
                    handoff.team(),
                    people.map(People::of).orElse(null),
                    handoff.reason(),
                    handoff.confidential(),
                    handoff.revision());
        }
    }

    /** That a confidential handoff exists. */
    record KeyAlone(String id, String item, boolean confidential) implements HandoffView {}

    /** Who speaks for the owning team, by GitLab user name. */
    record People(String productManager, String engineeringManager) {

        static People of(Owner owner) {
            return new People(owner.productManager(), owner.engineeringManager());
        }
    }
}
