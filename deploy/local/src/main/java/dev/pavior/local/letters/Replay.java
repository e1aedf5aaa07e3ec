package dev.pavior.local.letters;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pavior.contract.Topic;
import dev.pavior.local.topics.Marks;
import dev.pavior.local.topics.Reader;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Sends letters back where they came from, each once unless it is asked for again. */
public final class Replay {

    private static final String FROM = "pavior-replayed-from";
    private static final String COUNT = "pavior-replay-count";

    private final Reader reader;
    private final Producer<byte[], byte[]> producer;
    private final Optional<Door> door;

    /**
     * A replay on one cluster.
     *
     * @param door where parked deliveries go; empty where that is not known
     */
    public Replay(Reader reader, Producer<byte[], byte[]> producer, Optional<Door> door) {
        this.reader = reader;
        this.producer = producer;
        this.door = door;
    }

    /** Replays a letter and leaves a receipt beside it. */
    public Sent send(Letter letter) {
        var sent =
                switch (letter.origin()) {
                    case Origin.AtTheHook hook -> toTheDoor(letter, hook);
                    case Origin.Reading read ->
                            new Sent.Failed(read.topic() + " did not take it; it is read anew");
                    case Origin.OnTopic on -> toTheTopic(letter, on);
                    case Origin.Unknown unknown -> new Sent.Failed("it does not say where from");
                };
        switch (sent) {
            case Sent.To(String place) -> acknowledged(Receipt.of(letter, place));
            case Sent.Back(String again) -> acknowledged(Receipt.of(letter, again));
            case Sent.Skipped skipped -> {}
            case Sent.Failed failed -> {}
        }
        return sent;
    }

    private Sent toTheDoor(Letter letter, Origin.AtTheHook hook) {
        var body = Shelf.value(letter, reader).orElse(new byte[0]);
        if (hook.length() > body.length) {
            return new Sent.Failed(
                    "only %d of its %d bytes were kept".formatted(body.length, hook.length()));
        }
        if (door.isEmpty()) {
            return new Sent.Failed("say which intake takes it: --intake URL");
        }
        var before = reader.end(Shelf.partition(letter));
        var sent = door.get().take(letter, hook, body);
        return sent instanceof Sent.To ? backSince(before, letter).orElse(sent) : sent;
    }

    /** The intake answers only when the record is there, so it can be looked for at once. */
    private Optional<Sent> backSince(long offset, Letter letter) {
        var again = new AtomicReference<Sent>();
        reader.readFrom(
                Shelf.partition(letter),
                offset,
                record -> {
                    var other = new Letter(letter.service(), record);
                    if (other.deliveryId().equals(letter.deliveryId())) {
                        again.set(new Sent.Back(other.name()));
                    }
                });
        return Optional.ofNullable(again.get());
    }

    private Sent toTheTopic(Letter letter, Origin.OnTopic on) {
        var topic = letter.topic();
        if (topic.isEmpty()) {
            return new Sent.Failed(on.topic() + " is a topic of a service's own");
        }
        if (isSuperseded(letter, on, topic.get())) {
            return new Sent.Skipped("a newer record of its key is on " + on.topic());
        }
        var value = Shelf.value(letter, reader).orElse(null);
        var original =
                reader.one(new TopicPartition(on.topic(), on.partition()), on.offset())
                        .filter(record -> Arrays.equals(record.value(), value));
        var metadata = acknowledged(record(letter, on, value, original));
        return new Sent.To(metadata);
    }

    /** On a compacted topic an old record that comes again would replace a newer one. */
    private boolean isSuperseded(Letter letter, Origin.OnTopic on, Topic topic) {
        if (!(topic.cleanup() instanceof Topic.Cleanup.Compacted)) {
            return false;
        }
        var newer = new AtomicBoolean();
        reader.readFrom(
                new TopicPartition(on.topic(), on.partition()),
                on.offset() + 1,
                record -> {
                    if (Arrays.equals(record.key(), letter.key())) {
                        newer.set(true);
                    }
                });
        return newer.get();
    }

    /** The record as it was: from its topic where that still has it, else from the letter. */
    private static ProducerRecord<byte[], byte[]> record(
            Letter letter,
            Origin.OnTopic on,
            byte @Nullable [] value,
            Optional<ConsumerRecord<byte[], byte[]>> original) {
        var record =
                new ProducerRecord<byte[], byte[]>(
                        on.topic(),
                        on.partition(),
                        original.map(ConsumerRecord::timestamp).orElse(letter.at().toEpochMilli()),
                        original.map(ConsumerRecord::key).orElse(letter.key()),
                        value);
        var headers = original.map(ConsumerRecord::headers).orElse(letter.headers());
        for (var header : headers) {
            if (!isTheErrorHandlers(header.key())) {
                record.headers().add(header);
            }
        }
        mark(record.headers(), letter);
        return record;
    }

    private static boolean isTheErrorHandlers(String header) {
        return header.startsWith("kafka_dlt-")
                || header.startsWith("__streams.errors.")
                || header.startsWith("springDeserializerException");
    }

    private static void mark(Headers headers, Letter letter) {
        int count = Marks.text(headers, COUNT).map(Replay::number).orElse(0) + 1;
        headers.remove(FROM).add(FROM, letter.name().getBytes(UTF_8));
        headers.remove(COUNT).add(COUNT, Integer.toString(count).getBytes(UTF_8));
    }

    private static int number(String digits) {
        return digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : 0;
    }

    private String acknowledged(ProducerRecord<byte[], byte[]> record) {
        try {
            var place = producer.send(record).get();
            return place.topic() + "[" + place.partition() + "]@" + place.offset();
        } catch (ExecutionException e) {
            throw new KafkaException("the broker did not take a record", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }
}
