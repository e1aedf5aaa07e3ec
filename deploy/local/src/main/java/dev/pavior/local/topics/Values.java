package dev.pavior.local.topics;

import dev.pavior.local.registry.SchemaRegistry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;

/** Decodes values in Confluent's wire format with the schema that each was written with. */
public final class Values {

    private static final int HEAD = 5;

    private final SchemaRegistry registry;
    private final Map<Integer, Schema> schemas = new HashMap<>();

    public Values(Reach reach) {
        this.registry = new SchemaRegistry(reach.registryUrl());
    }

    /** The value; empty where it is not what its topic should hold. */
    public Optional<GenericRecord> decode(byte[] value) {
        var bytes = ByteBuffer.wrap(value);
        if (bytes.remaining() < HEAD || bytes.get() != 0) {
            return Optional.empty();
        }
        try {
            var schema = schemas.computeIfAbsent(bytes.getInt(), registry::schema);
            var decoder =
                    DecoderFactory.get().binaryDecoder(value, HEAD, value.length - HEAD, null);
            return Optional.of(new GenericDatumReader<GenericRecord>(schema).read(null, decoder));
        } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
