package dev.pavior.intake.reading;

import dev.pavior.chassis.kafka.AvroSerdes;
import dev.pavior.chassis.kafka.EventHeaders;
import dev.pavior.contract.Topic;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.CatalogEntry;
import dev.pavior.contract.v1.IntakeHealth;
import dev.pavior.contract.v1.ItemHistory;
import dev.pavior.contract.v1.Observation;
import dev.pavior.contract.v1.ReadCursor;
import java.time.Instant;
import java.util.Locale;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Writes what reading publishes. */
final class Letters {

    private final AvroSerdes serdes;

    Letters(AvroSerdes serdes) {
        this.serdes = serdes;
    }

    Letter observed(Observation seen) {
        var origin = seen.getOrigin().name().toLowerCase(Locale.ROOT);
        var id = origin + ":" + seen.getItem() + "@" + seen.getSeenAt().toEpochMilli();
        return letter(
                Topics.OBSERVATIONS,
                seen.getItem(),
                seen,
                new Stamp(id, seen.getHost(), seen.getSeenAt()));
    }

    Letter cataloged(CatalogEntry entry) {
        var stamp = new Stamp(entry.getEntry(), entry.getHost(), entry.getSeenAt());
        return letter(Topics.CATALOG, entry.getEntry(), entry, stamp);
    }

    /** Whether an entry of the catalogue was told here, and not by a hook. */
    static boolean isOurs(ConsumerRecord<String, ?> entry) {
        return EventHeaders.get(entry.headers(), EventHeaders.DELIVERY_ID)
                .filter(entry.key()::equals)
                .isPresent();
    }

    /** That an entry of the catalogue is no more. */
    Letter forgotten(CatalogEntry entry, Instant at) {
        var stamp = new Stamp(entry.getEntry(), entry.getHost(), at);
        return letter(Topics.CATALOG, entry.getEntry(), null, stamp);
    }

    Letter remembered(ItemHistory history, String host) {
        var stamp = new Stamp(history.getItem() + "#history", host, history.getReadAt());
        return letter(Topics.HISTORIES, history.getItem(), history, stamp);
    }

    Letter kept(ReadCursor cursor) {
        var key = Cursors.key(cursor);
        return letter(Topics.CURSORS, key, cursor, new Stamp(key, "", cursor.getUpdatedAt()));
    }

    Letter told(IntakeHealth health) {
        var stamp = new Stamp(health.getPart(), "", health.getAt());
        return letter(Topics.HEALTH, health.getPart(), health, stamp);
    }

    private record Stamp(String id, String host, Instant at) {}

    private Letter letter(Topic topic, String key, @Nullable SpecificRecord value, Stamp stamp) {
        return () -> {
            var bytes =
                    value == null
                            ? null
                            : serdes.of(topic).serializer().serialize(topic.name(), value);
            var record = new ProducerRecord<String, byte[]>(topic.name(), key, bytes);
            EventHeaders.set(record.headers(), EventHeaders.DELIVERY_ID, stamp.id());
            EventHeaders.stamp(
                    record.headers(), topic, stamp.id(), "//" + stamp.host(), stamp.at());
            return record;
        };
    }
}
