package dev.pavior.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.contract.Topic;
import dev.pavior.contract.Topics;
import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The wire format is what any client of Confluent's protocol expects, on each topic. */
@RealKafka
class ConfluentDecoderIT {

    private static final long SEED = 20261101;

    private final Cluster cluster;

    ConfluentDecoderIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @ParameterizedTest
    @MethodSource("topics")
    void readsWhatTheProjectsSerdeWrites(Topic topic) throws IOException {
        // Given
        var generic = any(topic);
        write(topic, specific(topic, generic));
        // When
        var decoded = new ConfluentDecoder(cluster.registryUrl()).decode(onlyValue(topic));
        // Then
        assertThat(decoded).isEqualTo(generic);
    }

    @ParameterizedTest
    @MethodSource("topics")
    void agreesWithTheProjectsDeserializer(Topic topic) throws IOException {
        // Given
        var record = specific(topic, any(topic));
        byte[] bytes;
        try (var serializer = new AvroKafkaSerializer<SpecificRecord>()) {
            serializer.configure(serde(), false);
            bytes = serializer.serialize(topic.name(), record);
        }
        try (var deserializer = new AvroKafkaDeserializer<SpecificRecord>()) {
            deserializer.configure(serde(), false);
            // When
            var read = deserializer.deserialize(topic.name(), bytes);
            // Then
            assertThat(read).isEqualTo(record).hasSameClassAs(record);
        }
    }

    private static Stream<Topic> topics() {
        return Topics.all().stream().filter(topic -> topic.schema().isPresent());
    }

    private static GenericRecord any(Topic topic) {
        var schema = topic.schema().orElseThrow();
        return (GenericRecord) new RandomData(schema, 1, SEED, true).iterator().next();
    }

    private static SpecificRecord specific(Topic topic, GenericRecord generic) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(generic.getSchema(), GenericData.get())
                .write(generic, encoder);
        encoder.flush();
        return new SpecificDatumReader<SpecificRecord>(topic.schema().orElseThrow())
                .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
    }

    private void write(Topic topic, SpecificRecord record) {
        var serializer = new AvroKafkaSerializer<SpecificRecord>();
        serializer.configure(serde(), false);
        var settings = Map.<String, Object>of("bootstrap.servers", cluster.bootstrap());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), serializer)) {
            producer.send(new ProducerRecord<>(topic.name(), 0, "key", record));
        }
    }

    private byte[] onlyValue(Topic topic) {
        var settings = Map.<String, Object>of("bootstrap.servers", cluster.bootstrap());
        var partition = new TopicPartition(topic.name(), 0);
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var records = consumer.poll(Duration.ofSeconds(20)).records(partition);
            assertThat(records).hasSize(1);
            return records.getFirst().value();
        }
    }

    private Map<String, Object> serde() {
        return Map.of(
                "apicurio.registry.http.adapter",
                "JDK",
                "apicurio.registry.url",
                cluster.registryUrl() + "/apis/registry/v3",
                "apicurio.registry.auto-register",
                false,
                "apicurio.registry.artifact-resolver-strategy",
                "io.apicurio.registry.serde.strategy.TopicIdStrategy",
                "apicurio.registry.artifact.group-id",
                "default",
                // Without this the serde looks for nested records as schemas of their own.
                "apicurio.registry.dereference-schema",
                true,
                "apicurio.registry.use-specific-avro-reader",
                true,
                "apicurio.registry.check-period-ms",
                3_600_000L,
                "apicurio.registry.fault-tolerant-refresh",
                true);
    }
}
