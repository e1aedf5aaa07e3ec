package dev.pavior.chassis.kafka;

import dev.pavior.contract.Topic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;

/** Looks every schema up once before work begins, so that a later registry outage is not ours. */
final class SchemaWarmUp {

    private final AvroSerdes serdes;

    SchemaWarmUp(AvroSerdes serdes) {
        this.serdes = serdes;
    }

    /** Writes and reads an invented record of the topic; nothing is sent. */
    void warm(Topic topic) {
        topic.schema()
                .ifPresent(
                        schema -> {
                            var serde = serdes.<SpecificRecord>of(topic);
                            var bytes = serde.serializer().serialize(topic.name(), sample(schema));
                            serde.deserializer().deserialize(topic.name(), bytes);
                        });
    }

    private static SpecificRecord sample(Schema schema) {
        try {
            var invented = new RandomData(schema, 1, 1L).iterator().next();
            var out = new ByteArrayOutputStream();
            var encoder = EncoderFactory.get().binaryEncoder(out, null);
            new GenericDatumWriter<>(schema).write(invented, encoder);
            encoder.flush();
            var decoder = DecoderFactory.get().binaryDecoder(out.toByteArray(), null);
            return new SpecificDatumReader<SpecificRecord>(schema).read(null, decoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
