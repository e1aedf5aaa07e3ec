package dev.pavior.metrics;

import dev.pavior.chassis.kafka.AvroSerdes;
import dev.pavior.chassis.kafka.KafkaSettings;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.WorkItem;
import dev.pavior.testkit.Cluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes work items as the intake does. */
public final class Feed implements AutoCloseable {

    private final KafkaProducer<String, WorkItem> producer;

    public Feed(Cluster cluster) {
        var settings =
                new KafkaSettings(
                        cluster.bootstrap(),
                        cluster.registryUrl(),
                        Path.of("."),
                        "feed",
                        Duration.ofMillis(25),
                        Map.of());
        var serde = new AvroSerdes(settings).<WorkItem>of(Topics.WORK_ITEMS);
        producer =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                cluster.bootstrap(),
                                ProducerConfig.ACKS_CONFIG,
                                "all"),
                        new StringSerializer(),
                        serde.serializer());
    }

    /** Publishes and waits until the broker has all of it. */
    public void publish(Iterable<WorkItem> items) {
        items.forEach(
                item ->
                        producer.send(
                                new ProducerRecord<>(
                                        Topics.WORK_ITEMS.name(), item.getItem(), item)));
        producer.flush();
    }

    public void publish(WorkItem... items) {
        publish(java.util.List.of(items));
    }

    @Override
    public void close() {
        producer.close();
    }
}
