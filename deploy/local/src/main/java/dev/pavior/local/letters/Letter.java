package dev.pavior.local.letters;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pavior.contract.Service;
import dev.pavior.contract.Topic;
import dev.pavior.local.topics.Marks;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** A record that could not be processed, as it lies on a dead-letter topic. */
public final class Letter {

    private final Service service;
    private final ConsumerRecord<byte[], byte[]> record;
    private final Origin origin;

    Letter(Service service, ConsumerRecord<byte[], byte[]> record) {
        this.service = service;
        this.record = record;
        this.origin = Origin.of(record.headers());
    }

    /** Whose topic it is on. */
    public Service service() {
        return service;
    }

    /** Where it lies there. */
    public long offset() {
        return record.offset();
    }

    /** When it was parked; Kafka Streams keeps the time of the record that failed. */
    public Instant at() {
        return Instant.ofEpochMilli(record.timestamp());
    }

    byte @Nullable [] key() {
        return record.key();
    }

    /** How many bytes its value has. */
    int size() {
        return Math.max(0, record.serializedValueSize());
    }

    Headers headers() {
        return record.headers();
    }

    /** Where it was. */
    public Origin origin() {
        return origin;
    }

    /** Its name in words and marks, such as intake.dlt/12. */
    public String name() {
        return service.word() + ".dlt/" + offset();
    }

    /** Why it is here: the intake's reason, else the kind of the failure. */
    public String reason() {
        return Stream.of(
                        "dlt-reason",
                        "kafka_dlt-exception-cause-fqcn",
                        "kafka_dlt-exception-fqcn",
                        "__streams.errors.exception")
                .map(name -> Marks.text(headers(), name))
                .flatMap(Optional::stream)
                .findFirst()
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .orElse("unknown");
    }

    /** The key of the record, which for most topics is the item. */
    public String keyText() {
        var key = key();
        return key == null ? "" : new String(key, UTF_8);
    }

    /** The delivery behind it. */
    public Optional<String> deliveryId() {
        return Marks.text(headers(), "delivery-id");
    }

    /** Whether its bytes may hold text of confidential items. */
    public boolean mayBeConfidential() {
        return !(origin instanceof Origin.OnTopic on
                && on.listed().map(topic -> !topic.restricted()).orElse(false));
    }

    /** The topic it was on, where that is one of ours and not a part's own. */
    Optional<Topic> topic() {
        return origin instanceof Origin.OnTopic on ? on.listed() : Optional.empty();
    }
}
