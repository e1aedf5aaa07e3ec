package dev.pavior.handoff.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which group label names which owner. */
public final class Ownership {

    /** What the group labels of an item say about its owner. */
    public sealed interface Finding {

        /** They name one owner. */
        record Found(Owner owner) implements Finding {}

        /** Nobody is known by these labels. */
        record Unknown(List<String> labels) implements Finding {}

        /** They name several owners. */
        record Conflict(List<String> teams) implements Finding {}
    }

    private final Map<String, Owner> byLabel;
    private final Map<String, Owner> byTeam = new HashMap<>();

    /**
     * @throws IllegalArgumentException where a team has other managers under another label
     */
    public Ownership(Map<String, Owner> byLabel) {
        this.byLabel = Map.copyOf(byLabel);
        byLabel.values().forEach(this::addTeam);
    }

    private void addTeam(Owner owner) {
        var known = byTeam.putIfAbsent(owner.team(), owner);
        if (known != null && !known.equals(owner)) {
            throw new IllegalArgumentException(
                    "team \"" + owner.team() + "\" is listed with different managers");
        }
    }

    /** The labels that name an owner. */
    public Collection<String> labels() {
        return byLabel.keySet();
    }

    /** Who speaks for a team. */
    public Optional<Owner> team(String name) {
        return Optional.ofNullable(byTeam.get(name));
    }

    /** Whom these group labels name; one label that nobody is known by spoils the certainty. */
    Finding find(List<String> groupLabels) {
        var unknown = groupLabels.stream().filter(label -> !byLabel.containsKey(label)).toList();
        if (!unknown.isEmpty()) {
            return new Finding.Unknown(unknown);
        }
        var owners =
                groupLabels.stream()
                        .flatMap(label -> Optional.ofNullable(byLabel.get(label)).stream())
                        .collect(Collectors.toUnmodifiableSet());
        return owners.size() == 1
                ? new Finding.Found(owners.iterator().next())
                : new Finding.Conflict(owners.stream().map(Owner::team).sorted().toList());
    }
}
