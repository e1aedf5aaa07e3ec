package dev.pavior.chassis.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pavior.contract.Topic;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;

/** The headers on each record: CloudEvents in binary mode, and the id of the delivery behind it. */
public final class EventHeaders {

    /** GitLab's id of the delivery from which a record derives. */
    public static final String DELIVERY_ID = "delivery-id";

    /** When the record was made, by our clock: Kafka's timestamp is that of its cause. */
    public static final String WRITTEN_AT = "written-at";

    private EventHeaders() {}

    /**
     * Names a record; {@code delivery-id} and {@code traceparent} stay as they are.
     *
     * @param id id of the event, the same when it is published again
     * @param source URI reference of what the event is about
     * @param time when it happened
     */
    public static void stamp(Headers headers, Topic topic, String id, String source, Instant time) {
        set(headers, "ce_specversion", "1.0");
        set(headers, "ce_id", id);
        set(headers, "ce_type", "dev.pavior." + topic.name());
        set(headers, "ce_source", source);
        set(headers, "ce_time", time.toString());
        set(headers, "content-type", "application/avro");
        set(headers, WRITTEN_AT, Instant.now().toString());
    }

    /** Puts one header, replacing any of that name. */
    public static void set(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(UTF_8));
    }

    /** The last header of that name. */
    public static Optional<String> get(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), UTF_8));
    }
}
