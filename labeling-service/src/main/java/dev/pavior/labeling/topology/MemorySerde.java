package dev.pavior.labeling.topology;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.pavior.labeling.domain.ItemMemory;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes what is remembered of an item as JSON; the store is ours alone. */
final class MemorySerde {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DateTimeFeature.WRITE_DATE_TIMESTAMPS_AS_NANOSECONDS)
                    .disable(DateTimeFeature.READ_DATE_TIMESTAMPS_AS_NANOSECONDS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .changeDefaultPropertyInclusion(
                            all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    private MemorySerde() {}

    static Serde<ItemMemory> create() {
        return Serdes.serdeFrom(
                (topic, memory) -> memory == null ? null : MAPPER.writeValueAsBytes(memory),
                (topic, bytes) -> bytes == null ? null : MAPPER.readValue(bytes, ItemMemory.class));
    }
}
