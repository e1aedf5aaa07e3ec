package dev.pavior.local.letters;

import dev.pavior.contract.Topic;
import dev.pavior.contract.Topics;
import dev.pavior.local.topics.Marks;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Where a dead letter was when it could not be processed. */
public sealed interface Origin {

    /** On a topic, as its services' error handlers say. */
    record OnTopic(String topic, int partition, long offset) implements Origin {

        Optional<Topic> listed() {
            return Topics.all().stream().filter(t -> t.name().equals(topic)).findFirst();
        }

        @Override
        public String toString() {
            return topic + "[" + partition + "]@" + offset;
        }
    }

    /**
     * At the intake's door.
     *
     * @param length how many bytes came, which may be more than were kept
     */
    record AtTheHook(String source, String event, long length) implements Origin {

        @Override
        public String toString() {
            return "POST /webhooks/gitlab";
        }
    }

    /**
     * On its way from the intake's reading of GitLab.
     *
     * @param topic where it was to go
     * @param length how many bytes it has, which may be more than were kept
     */
    record Reading(String topic, long length) implements Origin {

        @Override
        public String toString() {
            return "reading, for " + topic;
        }
    }

    /** Not said. */
    record Unknown() implements Origin {

        @Override
        public String toString() {
            return "unknown";
        }
    }

    /** Reads the marks of the intake, of Kafka Streams and of Spring's listeners. */
    static Origin of(Headers headers) {
        var intakes = Marks.text(headers, "dlt-origin");
        if (intakes.isPresent()) {
            return ofTheIntake(intakes.get(), headers);
        }
        var streams = Marks.text(headers, "__streams.errors.topic");
        if (streams.isPresent()) {
            return new OnTopic(
                    streams.get(),
                    (int) number(Marks.text(headers, "__streams.errors.partition").orElse("")),
                    number(Marks.text(headers, "__streams.errors.offset").orElse("")));
        }
        return Marks.text(headers, "kafka_dlt-original-topic")
                .<Origin>map(
                        topic ->
                                new OnTopic(
                                        topic,
                                        (int) binary(headers, "kafka_dlt-original-partition"),
                                        binary(headers, "kafka_dlt-original-offset")))
                .orElseGet(Unknown::new);
    }

    private static Origin ofTheIntake(String origin, Headers headers) {
        long length = Marks.text(headers, "dlt-length").map(Origin::number).orElse(-1L);
        return origin.equals("reading")
                ? new Reading(Marks.text(headers, "dlt-topic").orElse(""), length)
                : new AtTheHook(
                        Marks.text(headers, "dlt-source").orElse(""),
                        Marks.text(headers, "dlt-event").orElse(""),
                        length);
    }

    private static long number(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static long binary(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null ? -1 : binary(header.value());
    }

    private static long binary(byte @Nullable [] bytes) {
        return switch (bytes == null ? 0 : bytes.length) {
            case Integer.BYTES -> ByteBuffer.wrap(bytes).getInt();
            case Long.BYTES -> ByteBuffer.wrap(bytes).getLong();
            default -> -1;
        };
    }
}
