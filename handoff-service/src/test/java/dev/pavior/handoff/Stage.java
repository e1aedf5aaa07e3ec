package dev.pavior.handoff;

import dev.pavior.chassis.kafka.AvroSerdes;
import dev.pavior.chassis.kafka.KafkaSettings;
import dev.pavior.contract.Topic;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.Handoff;
import dev.pavior.contract.v1.WorkItem;
import dev.pavior.contract.v1.Workflow;
import dev.pavior.testkit.Cluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The other services as seen from this one: what they publish, and what they could read. */
final class Stage implements AutoCloseable {

    static final String GROUP = "pavior.handoff";

    private final Cluster cluster;
    private final AvroSerdes serdes;
    private final KafkaProducer<String, byte[]> producer;
    private final Admin admin;
    private int published;

    Stage(Cluster cluster) {
        this.cluster = cluster;
        this.serdes =
                new AvroSerdes(
                        new KafkaSettings(
                                cluster.bootstrap(),
                                cluster.registryUrl(),
                                Path.of("target"),
                                "stage",
                                Duration.ofMillis(25),
                                Map.of()));
        this.producer =
                new KafkaProducer<>(config(), new StringSerializer(), new ByteArraySerializer());
        this.admin = Admin.create(config());
    }

    private Map<String, Object> config() {
        return Map.of("bootstrap.servers", cluster.bootstrap());
    }

    void publish(WorkItem item) {
        send(Topics.WORK_ITEMS, item.getItem(), item);
    }

    void publish(Workflow workflow) {
        send(Topics.WORKFLOWS, workflow.getItem(), workflow);
    }

    /** What nobody can read. */
    void publishNonsense(String key) {
        send(Topics.WORK_ITEMS, key, "nonsense".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private <T extends SpecificRecord> void send(Topic topic, String key, T value) {
        send(topic, key, serdes.<T>of(topic).serializer().serialize(topic.name(), value));
        published++;
    }

    private void send(Topic topic, String key, byte[] value) {
        try {
            producer.send(new ProducerRecord<>(topic.name(), key, value)).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many readable records were published. */
    int published() {
        return published;
    }

    /** Every handoff ever published, in order of time within each partition. */
    List<Handoff> handoffs() {
        var deserializer = serdes.<Handoff>of(Topics.HANDOFFS).deserializer();
        return all(Topics.HANDOFFS).stream()
                .map(bytes -> deserializer.deserialize(Topics.HANDOFFS.name(), bytes))
                .toList();
    }

    List<byte[]> deadLetters() {
        return all(Topics.deadLetters(dev.pavior.contract.Service.HANDOFF));
    }

    private List<byte[]> all(Topic topic) {
        var settings =
                Map.<String, Object>of(
                        "bootstrap.servers",
                        cluster.bootstrap(),
                        "isolation.level",
                        "read_committed");
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = partitions(topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var end = consumer.endOffsets(partitions);
            var found = new ArrayList<byte[]>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < end.get(p))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> found.add(record.value()));
            }
            return found;
        }
    }

    /** Whether the service has taken in all that was published. */
    boolean isCaughtUp() {
        var inputs =
                List.of(Topics.WORK_ITEMS, Topics.WORKFLOWS).stream()
                        .flatMap(topic -> partitions(topic).stream())
                        .toList();
        try {
            var committed =
                    admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get();
            var ends =
                    admin.listOffsets(
                                    inputs.stream()
                                            .collect(
                                                    Collectors.toMap(
                                                            p -> p, p -> OffsetSpec.latest())))
                            .all()
                            .get();
            return inputs.stream()
                    .filter(p -> ends.get(p).offset() > 0)
                    .allMatch(
                            p ->
                                    committed.containsKey(p)
                                            && committed.get(p).offset() >= ends.get(p).offset());
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Loses the offsets and the state of the service, as a reset by Kafka's own tool does. */
    void forgetEverything() throws ExecutionException, InterruptedException {
        admin.removeMembersFromConsumerGroup(
                        GROUP,
                        new org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions())
                .all()
                .get();
        admin.deleteConsumerGroups(List.of(GROUP)).all().get();
        admin.deleteTopics(
                        admin.listTopics().names().get().stream()
                                .filter(topic -> topic.startsWith(GROUP + "-"))
                                .toList())
                .all()
                .get();
    }

    private static List<TopicPartition> partitions(Topic topic) {
        return IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList();
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
