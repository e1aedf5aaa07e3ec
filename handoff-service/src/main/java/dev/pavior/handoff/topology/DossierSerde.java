package dev.pavior.handoff.topology;

import dev.pavior.handoff.domain.Dossier;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import tools.jackson.databind.json.JsonMapper;

/** JSON for the one store, which only this service reads back. */
final class DossierSerde {

    private static final JsonMapper MAPPER = new JsonMapper();

    private DossierSerde() {}

    // Kafka hands null through for a deleted key, though its signatures do not say so.
    @SuppressWarnings("NullAway")
    static Serde<Dossier> create() {
        return Serdes.serdeFrom(
                (topic, dossier) -> dossier == null ? null : MAPPER.writeValueAsBytes(dossier),
                (topic, bytes) -> bytes == null ? null : MAPPER.readValue(bytes, Dossier.class));
    }
}
