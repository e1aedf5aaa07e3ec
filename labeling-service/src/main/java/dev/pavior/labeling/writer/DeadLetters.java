package dev.pavior.labeling.writer;

import dev.pavior.chassis.kafka.AvroSerdes;
import dev.pavior.contract.Service;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.Edit;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

/** Sends an edit that can never be processed to the dead-letter topic at once. */
final class DeadLetters {

    private DeadLetters() {}

    static DefaultErrorHandler handler(Map<String, Object> config, AvroSerdes serdes) {
        var factory =
                new DefaultKafkaProducerFactory<>(
                        config, new StringSerializer(), rawOrEdit(serdes));
        var dlt = new TopicPartition(Topics.deadLetters(Service.LABELING).name(), -1);
        var recoverer =
                new DeadLetterPublishingRecoverer(
                        new KafkaTemplate<>(factory), (record, failure) -> dlt);
        // Messages and stack traces can hold pieces of the record.
        recoverer.excludeHeader(HeadersToAdd.EX_MSG, HeadersToAdd.EX_STACKTRACE);
        return new DefaultErrorHandler(recoverer, new FixedBackOff(0, 0));
    }

    // The dead-letter topic has raw bytes: an edit goes there in the bytes it had on its own topic.
    private static Serializer<Object> rawOrEdit(AvroSerdes serdes) {
        var edits = serdes.<Edit>of(Topics.EDITS).serializer();
        return (topic, value) -> bytes(edits, value);
    }

    private static byte @Nullable [] bytes(Serializer<Edit> edits, @Nullable Object value) {
        return switch (value) {
            case byte[] raw -> raw;
            case Edit edit -> edits.serialize(Topics.EDITS.name(), edit);
            case null, default -> null;
        };
    }
}
