package dev.pavior.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads records as any client of Confluent's protocol does, with nothing of the project's serde: a
 * zero byte, the schema's id in four bytes, then plain Avro.
 */
public final class ConfluentDecoder {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();
    private final String registryUrl;

    public ConfluentDecoder(String registryUrl) {
        this.registryUrl = registryUrl;
    }

    /**
     * Decodes the value of a record.
     *
     * @throws IllegalArgumentException where it is not in Confluent's wire format
     */
    public GenericRecord decode(byte[] value) {
        var bytes = ByteBuffer.wrap(value);
        if (bytes.remaining() < 5 || bytes.get() != 0) {
            throw new IllegalArgumentException("no magic byte and schema id at the start");
        }
        var schema = schemas.computeIfAbsent(bytes.getInt(), this::fetch);
        var decoder =
                DecoderFactory.get()
                        .binaryDecoder(value, bytes.position(), bytes.remaining(), null);
        try {
            var decoded = new GenericDatumReader<GenericRecord>(schema).read(null, decoder);
            if (!decoder.isEnd()) {
                throw new IllegalArgumentException("bytes are left after the record");
            }
            return decoded;
        } catch (IOException e) {
            throw new IllegalArgumentException("not a " + schema.getFullName(), e);
        }
    }

    private Schema fetch(int id) {
        var address = URI.create(registryUrl + "/apis/ccompat/v7/schemas/ids/" + id);
        try {
            var answer =
                    client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalArgumentException("the registry knows no schema " + id);
            }
            var schema = JSON.readTree(answer.body()).path("schema").stringValue();
            return new Schema.Parser().parse(schema);
        } catch (IOException e) {
            throw new IllegalStateException("no registry answers at " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking " + address, e);
        }
    }
}
