package dev.pavior.intake.topology;

import dev.pavior.intake.state.ItemMemory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Writes memories in Avro's single-object encoding: each carries the fingerprint of its schema, so
 * that a store outlives a change of the schema without needing the registry.
 */
public final class MemorySerde implements Serde<ItemMemory> {

    /** The schemas of released versions, whose memories are still in the stores. */
    private static final List<String> RELEASED = List.of("/memories/1.avsc");

    private final BinaryMessageDecoder<ItemMemory> decoder =
            new BinaryMessageDecoder<>(
                    SpecificData.getForClass(ItemMemory.class), ItemMemory.getClassSchema());

    public MemorySerde() {
        RELEASED.forEach(name -> decoder.addSchema(schema(name)));
    }

    @Override
    public Serializer<ItemMemory> serializer() {
        return (topic, memory) -> memory == null ? null : encode(memory);
    }

    @Override
    public Deserializer<ItemMemory> deserializer() {
        return (topic, bytes) -> bytes == null ? null : decode(bytes);
    }

    private static Schema schema(String name) {
        try (var file = MemorySerde.class.getResourceAsStream(name)) {
            return new Schema.Parser().parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private ItemMemory decode(byte[] bytes) {
        try {
            return decoder.decode(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
