package dev.pavior.intake.reading;

import dev.pavior.chassis.kafka.AvroSerdes;
import dev.pavior.chassis.kafka.KafkaSettings;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.ReadCursor;
import dev.pavior.intake.gitlab.StoppedException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the cursors of this instance as the topic has them, whichever instance wrote them. */
final class CursorTail implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(CursorTail.class);
    // A record is tried for ten seconds: what cannot be read may be the registry that is away.
    private static final int TRIES = 20;
    private static final Duration BREATH = Duration.ofMillis(500);
    private static final TopicPartition PARTITION = new TopicPartition(Topics.CURSORS.name(), 0);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Deserializer<ReadCursor> reader;
    private final Cursors cursors;
    private final Counter unread;
    private int tries;
    private volatile @Nullable String trouble;
    private volatile long position = -1;
    private volatile boolean stopped;

    CursorTail(KafkaSettings kafka, AvroSerdes serdes, Cursors cursors, MeterRegistry registry) {
        this.consumer = Consumers.reading(kafka, "pavior.intake.cursors");
        this.reader = serdes.<ReadCursor>of(Topics.CURSORS).deserializer();
        this.cursors = cursors;
        this.unread = registry.counter("pavior.reading.cursors.unread");
    }

    @Override
    public void run() {
        try (consumer) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            while (!stopped) {
                tail();
            }
        } catch (WakeupException | StoppedException e) {
            log.debug("Stopped");
        }
    }

    private void tail() {
        try {
            takeAll(consumer.poll(Duration.ofMillis(500)));
            position = consumer.position(PARTITION);
        } catch (WakeupException | StoppedException e) {
            throw e;
        } catch (RuntimeException e) {
            trouble = "the cursors cannot be read now: " + e.getClass().getSimpleName();
            log.atWarn()
                    .addKeyValue("failure", e.getClass().getSimpleName())
                    .log("The cursors cannot be read now");
            Rest.of(Duration.ofSeconds(1));
        }
    }

    private void takeAll(Iterable<ConsumerRecord<String, byte[]>> records) {
        for (var record : records) {
            if (!isTaken(record)) {
                consumer.seek(PARTITION, record.offset());
                Rest.of(BREATH);
                return;
            }
        }
        if (tries == 0) {
            trouble = left();
        }
    }

    /** Whether a record is done with: it is taken in, or it was tried often enough. */
    private boolean isTaken(ConsumerRecord<String, byte[]> record) {
        try {
            take(record);
            tries = 0;
            return true;
        } catch (RuntimeException e) {
            trouble = "a cursor cannot be read: " + e.getClass().getSimpleName();
            return isGivenUp(record, e);
        }
    }

    private boolean isGivenUp(ConsumerRecord<String, byte[]> record, RuntimeException failure) {
        if (++tries < TRIES) {
            return false;
        }
        tries = 0;
        unread.increment();
        log.atError()
                .addKeyValue("offset", record.offset())
                .addKeyValue("failure", failure.getClass().getSimpleName())
                .log("A cursor cannot be read and is left out");
        return true;
    }

    private @Nullable String left() {
        var count = (long) unread.count();
        return count == 0 ? null : "cursors that could not be read and are left out: " + count;
    }

    /** What keeps cursors from being known, null where nothing does. */
    @Nullable String trouble() {
        return trouble;
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
