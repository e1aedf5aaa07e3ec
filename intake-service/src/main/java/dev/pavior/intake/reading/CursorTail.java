package dev.pavior.intake.reading;

import dev.pavior.chassis.kafka.AvroSerdes;
import dev.pavior.chassis.kafka.KafkaSettings;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.ReadCursor;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the cursors of this instance as the topic has them, whichever instance wrote them. */
final class CursorTail implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(CursorTail.class);
    private static final TopicPartition PARTITION = new TopicPartition(Topics.CURSORS.name(), 0);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Deserializer<ReadCursor> reader;
    private final Cursors cursors;
    private volatile long position = -1;
    private volatile boolean stopped;

    CursorTail(KafkaSettings kafka, AvroSerdes serdes, Cursors cursors) {
        this.consumer = Consumers.reading(kafka, "pavior.intake.cursors");
        this.reader = serdes.<ReadCursor>of(Topics.CURSORS).deserializer();
        this.cursors = cursors;
    }

    @Override
    public void run() {
        try (consumer) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            while (!stopped) {
                tail();
            }
        } catch (WakeupException e) {
            log.debug("Stopped");
        }
    }

    private void tail() {
        try {
            consumer.poll(Duration.ofMillis(500)).forEach(this::take);
            position = consumer.position(PARTITION);
        } catch (WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            log.atWarn()
                    .addKeyValue("failure", e.getClass().getSimpleName())
                    .log("The cursors cannot be read now");
            Rest.of(Duration.ofSeconds(1));
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (record.value() != null) {
            cursors.take(reader.deserialize(record.topic(), record.value()));
        }
    }

    /** Waits until everything before an offset is taken in. */
    void awaitUpTo(long offset) {
        while (position < offset) {
            Rest.of(Duration.ofMillis(50));
        }
    }

    void stop() {
        stopped = true;
        consumer.wakeup();
    }
}
