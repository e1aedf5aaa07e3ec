package dev.pavior.handoff.web;

import dev.pavior.contract.v1.Handoff;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** A table of handoffs held in a map; it can be taken away, as it is while streams restore. */
final class TreeTable implements ReadOnlyKeyValueStore<String, Handoff> {

    private final TreeMap<String, Handoff> entries = new TreeMap<>();
    private boolean away;

    void put(Handoff handoff) {
        entries.put(handoff.getItem(), handoff);
    }

    void setAway(boolean away) {
        this.away = away;
    }

    ReadOnlyKeyValueStore<String, Handoff> open() {
        if (away) {
            throw new InvalidStateStoreException("restoring");
        }
        return this;
    }

    @Override
    public Handoff get(String key) {
        return entries.get(key);
    }

    @Override
    public KeyValueIterator<String, Handoff> range(String from, String to) {
        var start = from == null ? entries : entries.tailMap(from, true);
        return new Entries(start.entrySet().iterator());
    }

    @Override
    public KeyValueIterator<String, Handoff> all() {
        return range(null, null);
    }

    @Override
    public long approximateNumEntries() {
        return entries.size();
    }

    private record Entries(Iterator<Map.Entry<String, Handoff>> entries)
            implements KeyValueIterator<String, Handoff> {

        @Override
        public boolean hasNext() {
            return entries.hasNext();
        }

        @Override
        public KeyValue<String, Handoff> next() {
            var entry = entries.next();
            return KeyValue.pair(entry.getKey(), entry.getValue());
        }

        @Override
        public String peekNextKey() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
