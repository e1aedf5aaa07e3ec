package dev.pavior.intake.reading;

import dev.pavior.chassis.kafka.EventHeaders;
import dev.pavior.contract.Service;
import dev.pavior.contract.Topic;
import dev.pavior.contract.Topics;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The dead letter of a record that is larger than the broker takes: where it was going, how long it
 * was, and as much of it as fits.
 */
record Oversized(Letter letter, int most) implements Letter {

    /** What fits a record of one megabyte together with its headers. */
    private static final int LIMIT = 900 * 1024;

    private static final Topic DEAD_LETTERS = Topics.deadLetters(Service.INTAKE);

    /** What to send in place of a letter that was too large; a dead letter may be so itself. */
    static Optional<Letter> instead(Letter letter) {
        return switch (letter) {
            case Oversized o when o.most() == 0 -> Optional.empty();
            case Oversized o -> Optional.of(new Oversized(o.letter(), 0));
            default -> Optional.of(new Oversized(letter, LIMIT));
        };
    }

    @Override
    public ProducerRecord<String, byte[]> get() {
        var whole = letter.get();
        var value = whole.value();
        var kept = value.length > most ? Arrays.copyOf(value, most) : value;
        var record = new ProducerRecord<>(DEAD_LETTERS.name(), whole.key(), kept);
        whole.headers().forEach(record.headers()::add);
        var headers = record.headers();
        EventHeaders.set(headers, "ce_type", "dev.pavior." + DEAD_LETTERS.name());
        EventHeaders.set(headers, "content-type", "application/octet-stream");
        EventHeaders.set(headers, "dlt-reason", "too-large");
        EventHeaders.set(headers, "dlt-origin", "reading");
        EventHeaders.set(headers, "dlt-topic", whole.topic());
        EventHeaders.set(headers, "dlt-length", Integer.toString(value.length));
        return record;
    }
}
