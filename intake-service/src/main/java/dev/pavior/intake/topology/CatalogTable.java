package dev.pavior.intake.topology;

import dev.pavior.contract.v1.CatalogEntry;
import java.util.function.Supplier;
import org.apache.avro.AvroRuntimeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** The catalogue that the assembler keeps in memory, for whoever else asks. */
public final class CatalogTable {

    private final Supplier<@Nullable KafkaStreams> streams;

    public CatalogTable(Supplier<@Nullable KafkaStreams> streams) {
        this.streams = streams;
    }

    /**
     * An entry by its key; null also while the table is not there, since nobody may wait for it.
     */
    public @Nullable CatalogEntry find(String key) {
        var running = streams.get();
        if (running == null) {
            return null;
        }
        try {
            ReadOnlyKeyValueStore<String, CatalogEntry> entries =
                    running.store(
                            StoreQueryParameters.fromNameAndType(
                                    AssemblerTopology.CATALOG,
                                    QueryableStoreTypes.keyValueStore()));
            return entries.get(key);
        } catch (KafkaException | AvroRuntimeException | IllegalStateException e) {
            return null;
        }
    }
}
