package dev.pavior.intake.doctor;

import dev.pavior.chassis.kafka.AvroSerdes;
import dev.pavior.chassis.kafka.KafkaSettings;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.IntakeHealth;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the health of all hooks as the topic has it, whichever instance wrote it. */
public final class HookBoard implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(HookBoard.class);
    // A record is tried for ten seconds: what cannot be read may be the registry that is away.
    private static final int TRIES = 20;
    private static final Duration BREATH = Duration.ofMillis(500);
    private static final TopicPartition PARTITION = new TopicPartition(Topics.HEALTH.name(), 0);

    private final KafkaSettings kafka;
    private final Deserializer<IntakeHealth> reader;
    private final Map<String, IntakeHealth> hooks = new ConcurrentSkipListMap<>();
    private final Counter unread;
    private int tries;
    private volatile long position = -1;
    private volatile boolean closed;
    private volatile @Nullable Consumer<String, byte[]> reading;

    public HookBoard(KafkaSettings kafka, AvroSerdes serdes, MeterRegistry registry) {
        this.kafka = kafka;
        this.unread = registry.counter("pavior.intake.hooks.unread");
        this.reader = serdes.<IntakeHealth>of(Topics.HEALTH).deserializer();
    }

    /** Starts to read. */
    public void begin() {
        var consumer = consumer("pavior.intake.hooks");
        reading = consumer;
        Thread.ofVirtual().name("hook-board").start(() -> tail(consumer));
    }

    /** The newest of each, in the order of their keys. */
    List<IntakeHealth> hooks() {
        return List.copyOf(hooks.values());
    }

    /** Waits until all that is on the topic now is known. */
    void awaitCurrent() throws InterruptedException {
        long end;
        try (var consumer = consumer("pavior.intake.hooks.end")) {
            end = consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
        }
        while (position < end) {
            Thread.sleep(Duration.ofMillis(50));
        }
    }

    private void tail(Consumer<String, byte[]> consumer) {
        try (consumer) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            while (!closed) {
                poll(consumer);
            }
        } catch (WakeupException | InterruptedException e) {
            log.debug("Stopped");
        }
    }

    private void poll(Consumer<String, byte[]> consumer) throws InterruptedException {
        try {
            takeAll(consumer, consumer.poll(Duration.ofMillis(500)));
            position = consumer.position(PARTITION);
        } catch (WakeupException e) {
            throw e;
        } catch (RuntimeException e) {
            log.atWarn()
                    .addKeyValue("failure", e.getClass().getSimpleName())
                    .log("The health of the hooks cannot be read now");
            Thread.sleep(Duration.ofSeconds(1));
        }
    }

    private void takeAll(
            Consumer<String, byte[]> consumer, Iterable<ConsumerRecord<String, byte[]>> records)
            throws InterruptedException {
        for (var record : records) {
            if (!isTaken(record)) {
                consumer.seek(PARTITION, record.offset());
                Thread.sleep(BREATH);
                return;
            }
        }
    }

    /** Whether a record is done with: it is taken in, or it was tried often enough. */
    private boolean isTaken(ConsumerRecord<String, byte[]> record) {
        try {
            take(record);
            tries = 0;
            return true;
        } catch (RuntimeException e) {
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
                .log("The health of a hook cannot be read and is left out");
        return true;
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (!record.key().startsWith(HookRecords.PART)) {
            return;
        }
        if (record.value() == null) {
            hooks.remove(record.key());
        } else {
            hooks.put(record.key(), reader.deserialize(record.topic(), record.value()));
        }
    }

    private Consumer<String, byte[]> consumer(String clientId) {
        var config = kafka.clientConfig();
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 4 * 1024 * 1024);
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        closed = true;
        var consumer = reading;
        if (consumer != null) {
            consumer.wakeup();
        }
    }
}
