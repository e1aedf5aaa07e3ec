package dev.pavior.intake.webhook;

import dev.pavior.chassis.kafka.EventHeaders;
import dev.pavior.contract.Service;
import dev.pavior.contract.Topic;
import dev.pavior.contract.Topics;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes what is sent to the broker. */
public final class Records {

    /** What fits a record of one megabyte together with its headers. */
    static final int PARKED_LIMIT = 900 * 1024;

    private static final Topic DEAD_LETTERS = Topics.deadLetters(Service.INTAKE);

    private final Writing writing;

    public Records(Writing writing) {
        this.writing = writing;
    }

    /** How a value of a topic becomes bytes. */
    @FunctionalInterface
    public interface Writing {
        byte[] write(Topic topic, SpecificRecord value);
    }

    /** The record that a delivery stands for; its event has the id of the delivery. */
    ProducerRecord<String, byte[]> main(Told told, Delivery delivery) {
        return told(told, delivery, delivery.id());
    }

    /** A record that a delivery brings along: an event of its own, known by its number. */
    ProducerRecord<String, byte[]> beside(Told told, Delivery delivery, int number) {
        return told(told, delivery, delivery.id() + "/" + number);
    }

    private ProducerRecord<String, byte[]> told(Told told, Delivery delivery, String id) {
        var record =
                new ProducerRecord<>(
                        told.topic().name(), told.key(), writing.write(told.topic(), told.value()));
        stamp(record, told.topic(), delivery, id, told.host());
        return record;
    }

    /** The raw bytes with why they are here; one too long for a record is cut, and says so. */
    ProducerRecord<String, byte[]> parked(Delivery delivery, Source source, String reason) {
        var body = delivery.body();
        var kept = body.length > PARKED_LIMIT ? Arrays.copyOf(body, PARKED_LIMIT) : body;
        var record = new ProducerRecord<>(DEAD_LETTERS.name(), delivery.id(), kept);
        stamp(
                record,
                DEAD_LETTERS,
                delivery,
                delivery.id(),
                InstanceHost.of(delivery.instance(), source.host()));
        var headers = record.headers();
        EventHeaders.set(headers, "content-type", "application/octet-stream");
        EventHeaders.set(headers, "dlt-reason", reason);
        EventHeaders.set(headers, "dlt-origin", "POST /webhooks/gitlab");
        EventHeaders.set(headers, "dlt-source", source.name());
        EventHeaders.set(headers, "dlt-event", delivery.event());
        EventHeaders.set(
                headers, "dlt-instance", Objects.requireNonNullElse(delivery.instance(), ""));
        EventHeaders.set(headers, "dlt-length", Integer.toString(body.length));
        EventHeaders.set(headers, "dlt-sha256", HexFormat.of().formatHex(Digests.sha256(body)));
        return record;
    }

    private static void stamp(
            ProducerRecord<String, byte[]> record,
            Topic topic,
            Delivery delivery,
            String id,
            String host) {
        var headers = record.headers();
        EventHeaders.set(headers, EventHeaders.DELIVERY_ID, delivery.id());
        var trace = delivery.traceparent();
        if (trace != null) {
            EventHeaders.set(headers, "traceparent", trace);
        }
        EventHeaders.stamp(headers, topic, id, "//" + host, delivery.receivedAt());
    }
}
