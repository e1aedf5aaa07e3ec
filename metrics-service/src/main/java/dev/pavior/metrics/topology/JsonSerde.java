package dev.pavior.metrics.topology;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import tools.jackson.databind.json.JsonMapper;

/** JSON for what only this service's own topology reads back: its stores and internal topics. */
final class JsonSerde {

    private static final JsonMapper MAPPER = new JsonMapper();

    private JsonSerde() {}

    // Kafka hands null through for a deleted key, though its signatures do not say so.
    @SuppressWarnings("NullAway")
    static <T> Serde<T> of(Class<T> type) {
        Serializer<T> serializer =
                (topic, value) -> value == null ? null : MAPPER.writeValueAsBytes(value);
        Deserializer<T> deserializer =
                (topic, bytes) -> bytes == null ? null : MAPPER.readValue(bytes, type);
        return Serdes.serdeFrom(serializer, deserializer);
    }
}
