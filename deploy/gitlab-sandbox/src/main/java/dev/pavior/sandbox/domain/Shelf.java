package dev.pavior.sandbox.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All entities of one kind, by id. */
public final class Shelf<T extends Entity> {

    private final TreeMap<Long, T> byId = new TreeMap<>();
    private final List<Index<?, ?, T>> indexes = new ArrayList<>();
    private final Ledger ledger;
    private final AtomicLong highest;

    Shelf(Ledger ledger, long firstId) {
        this(ledger, new AtomicLong(firstId - 1));
    }

    /** A shelf whose ids are given out together with those of others. */
    Shelf(Ledger ledger, AtomicLong highest) {
        this.ledger = ledger;
        this.highest = highest;
    }

    /** Another way to find what is kept, from now on. */
    <K, S extends Comparable<S>> Index<K, S, T> indexed(
            Function<T, Collection<K>> keys, Function<T, S> order) {
        var index = new Index<K, S, T>(keys, order);
        byId.values().forEach(index::added);
        indexes.add(index);
        return index;
    }

    public long nextId() {
        return highest.get() + 1;
    }

    public T put(T entity) {
        restore(entity);
        ledger.kept(entity);
        return entity;
    }

    /** Takes back what the ledger already knows. */
    public void restore(T entity) {
        T before = byId.put(entity.id(), entity);
        highest.accumulateAndGet(entity.id(), Math::max);
        for (var index : indexes) {
            replace(index, before, entity);
        }
    }

    private static <T extends Entity> void replace(
            Index<?, ?, T> index, @Nullable T before, T after) {
        if (before != null) {
            index.removed(before);
        }
        index.added(after);
    }

    public void remove(T entity) {
        forget(entity);
        ledger.dropped(entity);
    }

    /** Takes away what the ledger knows to be gone; its id is not given again. */
    public void forget(T entity) {
        T before = byId.remove(entity.id());
        highest.accumulateAndGet(entity.id(), Math::max);
        if (before != null) {
            indexes.forEach(index -> index.removed(before));
        }
    }

    public Optional<T> find(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The one with this id or the next below it; nothing if there is none. */
    public @Nullable T near(long id) {
        var entry = byId.floorEntry(id);
        return entry == null ? null : entry.getValue();
    }

    public T get(long id) {
        return find(id).orElseThrow(Refusal::noSuchObject);
    }

    public Optional<T> first(Predicate<T> wanted) {
        return stream().filter(wanted).findFirst();
    }

    public Stream<T> stream() {
        return byId.values().stream();
    }

    public Collection<T> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    public boolean isEmpty() {
        return byId.isEmpty();
    }
}
