package dev.pavior.local.letters;

import dev.pavior.contract.Service;
import dev.pavior.contract.Topics;
import dev.pavior.local.topics.Reader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** All letters of one service, and which of them were replayed. */
public final class Shelf {

    private final List<Letter> letters = new ArrayList<>();
    private final Map<Long, Instant> replayed = new HashMap<>();

    private Shelf() {}

    /** Reads the dead-letter topic of a service. */
    public static Shelf of(Service service, Reader reader) {
        var shelf = new Shelf();
        var partitions = reader.partitions(Topics.deadLetters(service).name());
        reader.read(
                partitions,
                Optional.empty(),
                record ->
                        Receipt.in(record)
                                .ifPresentOrElse(
                                        receipt ->
                                                shelf.replayed.put(receipt.offset(), receipt.at()),
                                        () ->
                                                shelf.letters.add(
                                                        new Letter(service, slim(record)))));
        return shelf;
    }

    /** Without the value: all of them together may be more than fits in memory. */
    private static ConsumerRecord<byte[], byte[]> slim(ConsumerRecord<byte[], byte[]> record) {
        return new ConsumerRecord<>(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.timestampType(),
                record.serializedKeySize(),
                record.serializedValueSize(),
                record.key(),
                null,
                record.headers(),
                record.leaderEpoch());
    }

    /** Where a letter lies; a dead-letter topic has one partition. */
    static TopicPartition partition(Letter letter) {
        return new TopicPartition(Topics.deadLetters(letter.service()).name(), 0);
    }

    /** What is in a letter; empty where it is gone or was nothing. */
    static Optional<byte[]> value(Letter letter, Reader reader) {
        var topic = Topics.deadLetters(letter.service()).name();
        return reader.one(new TopicPartition(topic, 0), letter.offset()).map(ConsumerRecord::value);
    }

    /** The letters, oldest first. */
    public List<Letter> letters() {
        return List.copyOf(letters);
    }

    /** When a letter was last replayed. */
    public Optional<Instant> replayed(Letter letter) {
        return Optional.ofNullable(replayed.get(letter.offset()));
    }
}
