package dev.pavior.local.trace;

import dev.pavior.contract.Topic;
import dev.pavior.contract.Topics;
import dev.pavior.local.topics.Marks;
import dev.pavior.local.topics.Printable;
import dev.pavior.local.topics.Values;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Translates records of any topic into steps. */
final class StepRecords {

    private static final Set<Topic> DOORS =
            Set.of(Topics.OBSERVATIONS, Topics.NOTES, Topics.REQUESTS, Topics.CATALOG);

    private final Values values;
    private final Words words;

    StepRecords(Values values, Words words) {
        this.values = values;
        this.words = words;
    }

    Step step(
            Topic topic,
            ConsumerRecord<byte[], byte[]> record,
            String key,
            Optional<String> delivery) {
        var value = topic.schema().isPresent() ? decoded(record) : Optional.<GenericRecord>empty();
        var timestamp = Instant.ofEpochMilli(record.timestamp());
        return new Step(
                time(record, "written-at").orElse(timestamp),
                topic.name(),
                record.partition(),
                record.offset(),
                timestamp,
                key,
                delivery,
                time(record, "ce_time").filter(time -> isTheDoors(topic, record)),
                revision(value),
                Printable.line(value.map(words::of).orElseGet(() -> undecoded(record))));
    }

    /** Streams hands headers on, so only these topics' records are the door's own. */
    private static boolean isTheDoors(Topic topic, ConsumerRecord<byte[], byte[]> record) {
        return record.headers().lastHeader("intake-visit") != null
                && (DOORS.contains(topic) || record.headers().lastHeader("dlt-origin") != null);
    }

    private static String undecoded(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return record.headers().lastHeader("dlt-replayed-offset") == null
                    ? "deleted"
                    : "replayed";
        }
        return Marks.text(record.headers(), "dlt-reason")
                .or(() -> Marks.text(record.headers(), "kafka_dlt-exception-fqcn"))
                .or(() -> Marks.text(record.headers(), "__streams.errors.exception"))
                .map(reason -> "parked: " + reason)
                .orElse("cannot be read");
    }

    Optional<GenericRecord> decoded(ConsumerRecord<byte[], byte[]> record) {
        return record.value() == null ? Optional.empty() : values.decode(record.value());
    }

    private static OptionalLong revision(Optional<GenericRecord> value) {
        return value.filter(v -> v.hasField("revision") && v.get("revision") instanceof Long)
                .map(v -> OptionalLong.of((Long) v.get("revision")))
                .orElse(OptionalLong.empty());
    }

    private static Optional<Instant> time(ConsumerRecord<?, ?> record, String header) {
        try {
            return Marks.text(record.headers(), header).map(Instant::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
