package dev.pavior.intake.topology;

import dev.pavior.intake.state.ItemMemory;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Writes memories in Avro's single-object encoding: each carries the fingerprint of its schema, so
 * that a store outlives a change of the schema without needing the registry.
 */
public final class MemorySerde implements Serde<ItemMemory> {

    @Override
    public Serializer<ItemMemory> serializer() {
        return (topic, memory) -> memory == null ? null : encode(memory);
    }

    @Override
    public Deserializer<ItemMemory> deserializer() {
        return (topic, bytes) -> bytes == null ? null : decode(bytes);
    }

    private static byte[] encode(ItemMemory memory) {
        try {
            var buffer = ItemMemory.getEncoder().encode(memory);
            var bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ItemMemory decode(byte[] bytes) {
        try {
            return ItemMemory.getDecoder().decode(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
