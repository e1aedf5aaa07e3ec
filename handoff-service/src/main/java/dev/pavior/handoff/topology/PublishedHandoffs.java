package dev.pavior.handoff.topology;

import dev.pavior.handoff.domain.Handoff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** Reads the table of all published handoffs, in the order of their items. */
public final class PublishedHandoffs {

    private final Supplier<ReadOnlyKeyValueStore<String, dev.pavior.contract.v1.Handoff>> table;

    public PublishedHandoffs(
            Supplier<ReadOnlyKeyValueStore<String, dev.pavior.contract.v1.Handoff>> table) {
        this.table = table;
    }

    /** The handoff of an item. */
    public Optional<Handoff> find(String item) {
        return Optional.ofNullable(table.get().get(item)).map(Records::handoff);
    }

    /**
     * The first handoffs that are wanted.
     *
     * @param after where to go on: the item of the last handoff seen before; null to start
     */
    public List<Handoff> list(@Nullable String after, Predicate<Handoff> wanted, int limit) {
        var found = new ArrayList<Handoff>();
        try (var entries = table.get().range(after, null)) {
            while (entries.hasNext() && found.size() < limit) {
                var handoff = Records.handoff(entries.next().value);
                if (handoff != null && !handoff.item().equals(after) && wanted.test(handoff)) {
                    found.add(handoff);
                }
            }
        }
        return found;
    }
}
