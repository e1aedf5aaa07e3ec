package dev.pavior.sandbox.domain;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Finds the entities of a shelf by a key that they share, each in its place of an order. */
public final class Index<K, S extends Comparable<S>, T extends Entity> {

    private final Function<T, Collection<K>> keys;
    private final Function<T, S> order;
    private final Map<K, NavigableMap<S, T>> found = new HashMap<>();

    Index(Function<T, Collection<K>> keys, Function<T, S> order) {
        this.keys = keys;
        this.order = order;
    }

    void added(T entity) {
        for (K key : keys.apply(entity)) {
            found.computeIfAbsent(key, k -> new TreeMap<>()).put(order.apply(entity), entity);
        }
    }

    void removed(T entity) {
        for (K key : keys.apply(entity)) {
            var others = found.get(key);
            if (others != null) {
                others.remove(order.apply(entity));
            }
        }
    }

    public NavigableMap<S, T> of(K key) {
        return Collections.unmodifiableNavigableMap(
                found.getOrDefault(key, Collections.emptyNavigableMap()));
    }
}
