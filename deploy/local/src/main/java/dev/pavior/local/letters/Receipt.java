package dev.pavior.local.letters;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pavior.contract.Topics;
import dev.pavior.local.topics.Marks;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The note beside a letter that it was replayed. It lies on the same topic, so it is there as long
 * as the letter is and for whoever comes next.
 *
 * @param offset which letter
 * @param at when it was replayed
 */
record Receipt(long offset, Instant at) {

    private static final String MARK = "dlt-replayed-offset";

    /** The receipt in a record; empty where it is a letter. */
    static Optional<Receipt> in(ConsumerRecord<byte[], byte[]> record) {
        return Marks.text(record.headers(), MARK)
                .map(
                        offset ->
                                new Receipt(
                                        Long.parseLong(offset),
                                        Instant.ofEpochMilli(record.timestamp())));
    }

    static ProducerRecord<byte[], byte[]> of(Letter letter, String sentTo) {
        var topic = Topics.deadLetters(letter.service()).name();
        var record = new ProducerRecord<byte[], byte[]>(topic, 0, letter.key(), null);
        record.headers().add(MARK, Long.toString(letter.offset()).getBytes(UTF_8));
        record.headers().add("dlt-replayed-to", sentTo.getBytes(UTF_8));
        return record;
    }
}
