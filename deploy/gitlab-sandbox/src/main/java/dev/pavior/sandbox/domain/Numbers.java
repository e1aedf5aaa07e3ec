package dev.pavior.sandbox.domain;

import java.util.Optional;

/** Numbers the items of one kind in a project; no number comes twice, not even a removed item's. */
final class Numbers {

    private final Shelf<Spent> spent;

    Numbers(Shelf<Spent> spent) {
        this.spent = spent;
    }

    long next(String kind, long place, long highest) {
        long gone = find(kind, place).map(Spent::iid).orElse(0L);
        return Math.max(highest, gone) + 1;
    }

    /**
     * What must be remembered of an item once it is removed; nothing if a higher one went first.
     */
    Optional<Spent> spentBy(Item item) {
        String kind = item.noteableType();
        var before = find(kind, item.home().id());
        if (before.filter(mark -> mark.covers(item)).isPresent()) {
            return Optional.empty();
        }
        long id = before.map(Spent::id).orElseGet(spent::nextId);
        return Optional.of(new Spent(id, kind, item.home().id(), item.iid()));
    }

    private Optional<Spent> find(String kind, long project) {
        return spent.first(mark -> mark.isFor(kind, project));
    }
}
