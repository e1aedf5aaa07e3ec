package dev.pavior.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pavior.contract.Topic;
import dev.pavior.contract.Topics;
import dev.pavior.local.broker.Broker;
import dev.pavior.local.broker.BrokerSettings;
import dev.pavior.local.process.Dist;
import dev.pavior.local.process.Ports;
import dev.pavior.local.provision.Provisioning;
import dev.pavior.local.registry.Registry;
import dev.pavior.local.registry.SchemaRegistry;
import dev.pavior.local.topics.Reach;
import dev.pavior.local.topics.Reader;
import dev.pavior.local.topics.ReadingProgress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A provisioned broker with its registry, and a way to put records on its topics. */
public final class LocalKafka {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Reach reach;
    private final Producer<byte[], byte[]> producer;

    private LocalKafka(Reach reach) {
        this.reach = reach;
        this.producer = reach.producer();
    }

    private static final class Holder {
        static final LocalKafka KAFKA = start();
    }

    /** The one of this test run; its processes end with it. */
    public static LocalKafka shared() {
        return Holder.KAFKA;
    }

    private static LocalKafka start() {
        try {
            return start(Files.createTempDirectory("pavior-kafka"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LocalKafka start(Path folder) {
        var dist = Dist.here();
        var settings = new BrokerSettings(Ports.free(), Ports.free(), folder.resolve("kafka"));
        var registry =
                new Registry(
                        Ports.free(),
                        folder.resolve("registry"),
                        dist,
                        folder.resolve("registry.log"));
        var registryProcess = registry.start();
        var broker = new Broker(settings, dist, folder.resolve("broker.log"));
        var brokerProcess = broker.start();
        broker.health().await(brokerProcess, PATIENCE);
        registry.health().await(registryProcess, PATIENCE);
        new Provisioning(settings.bootstrap(), registry.url(), line -> {}).run(Topics.all());
        return new LocalKafka(new Reach(settings.bootstrap(), registry.url(), Map.of()));
    }

    public String bootstrap() {
        return reach.bootstrap();
    }

    public String registryUrl() {
        return reach.registryUrl();
    }

    /** Puts a record where its key belongs, and tells its offset. */
    public long send(String topic, String key, byte @Nullable [] value, Map<String, ?> headers) {
        return send(topic, null, key, value, headers);
    }

    /** Puts a record on a partition; headers are texts or bytes. */
    public long send(
            String topic,
            @Nullable Integer partition,
            String key,
            byte @Nullable [] value,
            Map<String, ?> headers) {
        var record =
                new ProducerRecord<byte[], byte[]>(topic, partition, key.getBytes(UTF_8), value);
        headers.forEach(
                (name, is) ->
                        record.headers()
                                .add(
                                        name,
                                        is instanceof byte[] bytes
                                                ? bytes
                                                : is.toString().getBytes(UTF_8)));
        try {
            return producer.send(record).get().offset();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A value in Confluent's wire format, as the services write it. */
    public byte[] encoded(Topic topic, SpecificRecord value) {
        int id =
                new SchemaRegistry(registryUrl())
                        .find(topic.subject(), value.getSchema())
                        .orElseThrow();
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
        var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            new SpecificDatumWriter<SpecificRecord>(value.getSchema()).write(value, encoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** All records of a topic. */
    public List<ConsumerRecord<byte[], byte[]>> all(String topic) {
        var all = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var reader = new Reader(reach, ReadingProgress.SILENT)) {
            reader.read(reader.partitions(topic), Optional.empty(), all::add);
        }
        return all;
    }

    /** The headers of a record, as texts. */
    public static Map<String, String> headers(ConsumerRecord<?, ?> record) {
        var headers = new TreeMap<String, String>();
        record.headers().forEach(h -> headers.put(h.key(), new String(h.value(), UTF_8)));
        return headers;
    }
}
