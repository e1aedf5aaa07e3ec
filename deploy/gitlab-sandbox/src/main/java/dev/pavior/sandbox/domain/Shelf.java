package dev.pavior.sandbox.domain;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All entities of one kind, by id. */
public final class Shelf<T extends Entity> {

    private final TreeMap<Long, T> byId = new TreeMap<>();
    private final Ledger ledger;
    private long highest;

    Shelf(Ledger ledger, long firstId) {
        this.ledger = ledger;
        this.highest = firstId - 1;
    }

    public long nextId() {
        return highest + 1;
    }

    public T put(T entity) {
        restore(entity);
        ledger.kept(entity);
        return entity;
    }

    /** Takes back what the ledger already knows. */
    public void restore(T entity) {
        byId.put(entity.id(), entity);
        highest = Math.max(highest, entity.id());
    }

    public void remove(T entity) {
        byId.remove(entity.id());
        ledger.dropped(entity);
    }

    /** Takes away what the ledger knows to be gone; its id is not given again. */
    public void forget(T entity) {
        byId.remove(entity.id());
        highest = Math.max(highest, entity.id());
    }

    public Optional<T> find(long id) {
        return Optional.ofNullable(byId.get(id));
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
