package dev.pavior.system;

import dev.pavior.testkit.ConfluentDecoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What lies on the topics, read as a stranger would: Confluent's protocol, none of our serdes. */
final class Wire {

    /** A record with its value decoded. */
    record Read(ConsumerRecord<String, byte[]> raw, GenericRecord value) {

        String key() {
            return raw.key();
        }
    }

    private final String bootstrap;
    private final ConfluentDecoder decoder;

    Wire(Demo demo) {
        this.bootstrap = demo.env("PAVIOR_KAFKA_BOOTSTRAP");
        this.decoder = new ConfluentDecoder(demo.env("PAVIOR_REGISTRY_URL"));
    }

    /** Every committed record of the topic up to now, but for tombstones, which say nothing. */
    List<Read> all(String topic) {
        var config =
                Map.<String, Object>of(
                        "bootstrap.servers", bootstrap, "isolation.level", "read_committed");
        try (var consumer =
                new KafkaConsumer<>(
                        config, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var read = new ArrayList<Read>();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(
                                record -> {
                                    if (record.value() != null) {
                                        read.add(decode(record));
                                    }
                                });
            }
            return read;
        }
    }

    List<Read> all(String topic, String key) {
        return all(topic).stream().filter(read -> key.equals(read.key())).toList();
    }

    private Read decode(ConsumerRecord<String, byte[]> record) {
        return new Read(record, decoder.decode(record.value()));
    }
}
