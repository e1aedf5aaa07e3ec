package dev.pavior.intake.health;

import dev.pavior.chassis.kafka.AvroSerdes;
import dev.pavior.chassis.kafka.KafkaSettings;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.IntakeHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** The sheets as the broker has them; not for event loops. */
public final class KeptSheets {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final TopicPartition PARTITION = new TopicPartition(Topics.HEALTH.name(), 0);

    /** An instance writes often, so its last sheet is near the end. */
    private static final long NEAR = 256;

    private final KafkaSettings settings;
    private final AvroSerdes serdes;

    public KeptSheets(KafkaSettings settings, AvroSerdes serdes) {
        this.settings = settings;
        this.serdes = serdes;
    }

    /** A sheet, whose it is and when it was written. */
    public record Kept(String instance, Instant at, Sheet sheet) {}

    /** The last sheet of one part; empty where it never wrote one. */
    Optional<Sheet> last(String part) {
        try (var consumer = consumer()) {
            long begin = consumer.beginningOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
            long end = consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
            for (long span = NEAR; ; span *= 8) {
                long from = Math.max(begin, end - span);
                var found = newest(consumer, from, end).get(part);
                if (found != null || from == begin) {
                    return Optional.ofNullable(found).map(Kept::sheet);
                }
            }
        }
    }

    /** The last sheet of every instance. */
    public List<Kept> all() {
        try (var consumer = consumer()) {
            long begin = consumer.beginningOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
            long end = consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
            return new ArrayList<>(newest(consumer, begin, end).values());
        }
    }

    private static Map<String, Kept> newest(
            Consumer<String, IntakeHealth> consumer, long from, long end) {
        var deadline = Instant.now().plus(PATIENCE);
        var newest = new TreeMap<String, Kept>();
        consumer.seek(PARTITION, from);
        while (consumer.position(PARTITION) < end) {
            if (Instant.now().isAfter(deadline)) {
                throw new TimeoutException("the sheets could not be read in time");
            }
            for (var record : consumer.poll(Duration.ofMillis(200))) {
                kept(record.value()).ifPresent(kept -> newest.put(record.key(), kept));
            }
        }
        return newest;
    }

    private static Optional<Kept> kept(@Nullable IntakeHealth health) {
        if (health == null || health.getBalance() == null) {
            return Optional.empty();
        }
        var instance = health.getPart().substring(SheetRecords.PART.length());
        return Optional.of(
                new Kept(instance, health.getAt(), SheetRecords.sheet(health.getBalance())));
    }

    private Consumer<String, IntakeHealth> consumer() {
        var config = settings.clientConfig();
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, "pavior.intake.sheets");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5000);
        config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4000);
        // The deserializer is the serde's own and must outlive this consumer, which closes its own.
        var shared = serdes.<IntakeHealth>of(Topics.HEALTH).deserializer();
        Deserializer<IntakeHealth> values = (topic, value) -> shared.deserialize(topic, value);
        var consumer = new KafkaConsumer<>(config, new StringDeserializer(), values);
        consumer.assign(List.of(PARTITION));
        return consumer;
    }
}
