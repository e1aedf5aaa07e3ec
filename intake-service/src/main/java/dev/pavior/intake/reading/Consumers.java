package dev.pavior.intake.reading;

import dev.pavior.chassis.kafka.KafkaSettings;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Consumers of committed records, with little in memory at a time. */
final class Consumers {

    private Consumers() {}

    /** One that is in no group. */
    static KafkaConsumer<String, byte[]> reading(KafkaSettings kafka, String clientId) {
        return with(kafka, Map.of(ConsumerConfig.CLIENT_ID_CONFIG, clientId));
    }

    static KafkaConsumer<String, byte[]> with(KafkaSettings kafka, Map<String, Object> own) {
        var config = kafka.clientConfig();
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 4 * 1024 * 1024);
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1024 * 1024);
        config.putAll(own);
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Every record of a topic up to its end as it is now. */
    static void scan(
            KafkaSettings kafka, String topic, Consumer<ConsumerRecord<String, byte[]>> reader) {
        try (var consumer = reading(kafka, "pavior.intake.scan")) {
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(reader);
            }
        }
    }
}
