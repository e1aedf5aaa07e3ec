package dev.pavior.labeling;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pavior.contract.Service;
import dev.pavior.contract.Topics;
import dev.pavior.local.letters.Replay;
import dev.pavior.local.letters.Sent;
import dev.pavior.local.letters.Shelf;
import dev.pavior.local.topics.Reach;
import dev.pavior.local.topics.Reader;
import dev.pavior.local.topics.ReadingProgress;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Parks edits as the writer's error handler does, and replays them as an operator does. */
final class Letterbox {

    private final Reach reach;

    Letterbox(String bootstrap, String registryUrl) {
        this.reach = new Reach(bootstrap, registryUrl, Map.of());
    }

    /** Parks a copy of each edit of an item. */
    void parkEditsOf(String item) {
        try (var reader = new Reader(reach, ReadingProgress.SILENT);
                var producer = reach.producer()) {
            reader.read(
                    reader.partitions(Topics.EDITS.name()),
                    Optional.empty(),
                    record -> {
                        if (new String(record.key(), UTF_8).equals(item)) {
                            producer.send(letter(record));
                        }
                    });
            producer.flush();
        }
    }

    /** Replays the last letter, whether or not it was replayed before. */
    Sent replayLast() {
        try (var reader = new Reader(reach, ReadingProgress.SILENT);
                var producer = reach.producer()) {
            var letters = Shelf.of(Service.LABELING, reader).letters();
            return new Replay(reader, producer, Optional.empty()).send(letters.getLast());
        }
    }

    private static ProducerRecord<byte[], byte[]> letter(ConsumerRecord<byte[], byte[]> edit) {
        var topic = Topics.deadLetters(Service.LABELING).name();
        var letter = new ProducerRecord<>(topic, edit.key(), edit.value());
        edit.headers().forEach(letter.headers()::add);
        letter.headers()
                .add("kafka_dlt-original-topic", edit.topic().getBytes(UTF_8))
                .add(
                        "kafka_dlt-original-partition",
                        ByteBuffer.allocate(4).putInt(edit.partition()).array())
                .add(
                        "kafka_dlt-original-offset",
                        ByteBuffer.allocate(8).putLong(edit.offset()).array());
        return letter;
    }
}
