package dev.pavior.intake.publish;

import dev.pavior.chassis.kafka.KafkaSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends records and reports what became of each.
 *
 * <p>Not for event loops: a send may wait as long as {@link PublishSettings#maxBlock()} says.
 */
public final class Publisher implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Publisher.class);

    private final Producer<String, byte[]> producer;
    private final KafkaClientMetrics metrics;
    private final Breaker breaker;
    private final BooleanSupplier ready;

    /**
     * Creates the producer; nothing is asked of the broker yet.
     *
     * @param clientId by which the broker and the metrics tell it from others
     * @param ready whether topics and schemas are known to be right
     */
    public Publisher(
            String clientId,
            KafkaSettings kafka,
            PublishSettings settings,
            BooleanSupplier ready,
            MeterRegistry registry,
            Clock clock) {
        this.producer =
                new KafkaProducer<>(
                        config(clientId, kafka, settings),
                        new StringSerializer(),
                        new ByteArraySerializer());
        this.metrics = new KafkaClientMetrics(producer);
        this.metrics.bindTo(registry);
        this.breaker = new Breaker(clock, settings.breakerPause());
        this.ready = ready;
    }

    /**
     * Sends a record; the receipt comes exactly once, from this thread or the producer's.
     *
     * @param record asked for only when it will be sent, since writing it may need the registry
     */
    public void publish(
            Supplier<ProducerRecord<String, byte[]>> record, Consumer<Receipt> receipt) {
        if (!ready.getAsBoolean() || !breaker.admits()) {
            receipt.accept(Receipt.AWAY);
            return;
        }
        var written = record.get();
        try {
            var _ = producer.send(written, (metadata, failure) -> receipt.accept(judge(failure)));
        } catch (KafkaException | IllegalStateException e) {
            receipt.accept(judge(e));
        }
    }

    private Receipt judge(@Nullable Exception failure) {
        if (failure == null) {
            breaker.close();
            return Receipt.ACKNOWLEDGED;
        }
        if (failure instanceof RecordTooLargeException) {
            return Receipt.TOO_LARGE;
        }
        if (isOfTheBroker(failure)) {
            breaker.open();
        }
        log.atWarn()
                .addKeyValue("failure", failure.getClass().getSimpleName())
                .log("The broker did not take a record");
        return Receipt.AWAY;
    }

    /** What one topic refuses says nothing of the others, and costs nobody any waiting. */
    static boolean isOfTheBroker(Exception failure) {
        return !(failure instanceof TopicAuthorizationException
                || failure instanceof InvalidTopicException);
    }

    static Map<String, Object> config(
            String clientId, KafkaSettings kafka, PublishSettings settings) {
        var config = kafka.clientConfig();
        config.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        // Said aloud: as a mere default it would give way to settings it does not agree with.
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 64 * 1024);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, settings.maxBlock().toMillis());
        config.put(
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                Math.toIntExact(settings.requestTimeout().toMillis()));
        config.put(
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                Math.toIntExact(settings.deliveryTimeout().toMillis()));
        config.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500L);
        config.put(ProducerConfig.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG, 1000L);
        return config;
    }

    @Override
    public void close() {
        metrics.close();
        producer.close(Duration.ofSeconds(5));
    }
}
