package dev.pavior.sandbox.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The items of one kind, also in the orders in which they are asked for. */
public final class ItemShelf<T extends Item> {

    public final Shelf<T> all;
    public final Index<Home, Stamp, T> byCreation;
    public final Index<Home, Stamp, T> byUpdate;
    private final Index<Home, Long, T> byNumber;

    ItemShelf(Shelf<T> all, Function<Home, Collection<Home>> above) {
        this.all = all;
        byCreation =
                all.indexed(
                        item -> above.apply(item.home()),
                        item -> new Stamp(item.createdAt(), item.id()));
        byUpdate =
                all.indexed(
                        item -> above.apply(item.home()),
                        item -> new Stamp(item.updatedAt(), item.id()));
        byNumber = all.indexed(item -> List.of(item.home()), Item::iid);
    }

    public Optional<T> numbered(Home home, long iid) {
        return Optional.ofNullable(byNumber.of(home).get(iid));
    }

    /** The items of one project or group itself, by number. */
    public Collection<T> of(Home home) {
        return byNumber.of(home).values();
    }

    long highestNumber(Home home) {
        var numbers = byNumber.of(home);
        return numbers.isEmpty() ? 0 : numbers.lastKey();
    }
}
