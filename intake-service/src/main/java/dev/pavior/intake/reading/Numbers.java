package dev.pavior.intake.reading;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;

/** A set of item numbers: a bit each where they are dense, little where they are not. */
final class Numbers {

    private static final int CHUNK = 1 << 13;

    private final Map<Long, BitSet> chunks = new HashMap<>();

    void add(long number) {
        chunks.computeIfAbsent(number / CHUNK, chunk -> new BitSet()).set((int) (number % CHUNK));
    }

    void remove(long number) {
        var chunk = chunks.get(number / CHUNK);
        if (chunk != null) {
            chunk.clear((int) (number % CHUNK));
        }
    }

    boolean contains(long number) {
        var chunk = chunks.get(number / CHUNK);
        return chunk != null && chunk.get((int) (number % CHUNK));
    }

    long size() {
        return chunks.values().stream().mapToLong(BitSet::cardinality).sum();
    }

    /** Those that are not in the other, in order. */
    LongStream without(Numbers other) {
        return chunks.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMapToLong(
                        entry ->
                                entry.getValue().stream()
                                        .mapToLong(bit -> entry.getKey() * CHUNK + bit))
                .filter(number -> !other.contains(number));
    }
}
