package dev.pavior.intake.topology;

import dev.pavior.contract.Topic;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.CatalogEntry;
import dev.pavior.contract.v1.ItemText;
import dev.pavior.contract.v1.ItemTitle;
import dev.pavior.contract.v1.Observation;
import dev.pavior.contract.v1.WorkItem;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;

/** The assembler's topology, with the ends of its topics in hand. */
final class RunningAssembler implements AutoCloseable {

    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final TestInputTopic<String, Observation> observations;
    final TestInputTopic<String, CatalogEntry> catalog;
    final TestOutputTopic<String, WorkItem> workItems;
    final TestOutputTopic<String, ItemText> texts;
    final TestOutputTopic<String, ItemTitle> titles;
    private final TopologyTestDriver driver;

    RunningAssembler(Path stateDir) {
        driver = new TopologyTestDriver(topology(registry), config(stateDir));
        observations = input(Topics.OBSERVATIONS, observationSerde());
        catalog = input(Topics.CATALOG, catalogSerde());
        workItems = output(Topics.WORK_ITEMS, workItemSerde());
        texts = output(Topics.TEXTS, textSerde());
        titles = output(Topics.TITLES, titleSerde());
    }

    static Topology topology(SimpleMeterRegistry registry) {
        var formats =
                new AssemblerTopology.Formats(
                        observationSerde(),
                        catalogSerde(),
                        workItemSerde(),
                        textSerde(),
                        titleSerde());
        var builder = new StreamsBuilder();
        new AssemblerTopology(formats, new Revisions(registry), List.of("team")).build(builder);
        return builder.build();
    }

    @Override
    public void close() {
        driver.close();
    }

    private <T> TestInputTopic<String, T> input(Topic topic, Serde<T> serde) {
        return driver.createInputTopic(topic.name(), new StringSerializer(), serde.serializer());
    }

    private <T> TestOutputTopic<String, T> output(Topic topic, Serde<T> serde) {
        return driver.createOutputTopic(
                topic.name(), new StringDeserializer(), serde.deserializer());
    }

    private static Properties config(Path stateDir) {
        var config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        config.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        return config;
    }

    private static Serde<Observation> observationSerde() {
        return serde(Observation.getEncoder(), Observation.getDecoder());
    }

    private static Serde<CatalogEntry> catalogSerde() {
        return serde(CatalogEntry.getEncoder(), CatalogEntry.getDecoder());
    }

    private static Serde<WorkItem> workItemSerde() {
        return serde(WorkItem.getEncoder(), WorkItem.getDecoder());
    }

    private static Serde<ItemText> textSerde() {
        return serde(ItemText.getEncoder(), ItemText.getDecoder());
    }

    private static Serde<ItemTitle> titleSerde() {
        return serde(ItemTitle.getEncoder(), ItemTitle.getDecoder());
    }

    private static <T> Serde<T> serde(
            BinaryMessageEncoder<T> encoder, BinaryMessageDecoder<T> decoder) {
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : encode(encoder, value),
                (topic, bytes) -> bytes == null ? null : decode(decoder, bytes));
    }

    private static <T> byte[] encode(BinaryMessageEncoder<T> encoder, T value) {
        try {
            var buffer = encoder.encode(value);
            var bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static <T> T decode(BinaryMessageDecoder<T> decoder, byte[] bytes) {
        try {
            return decoder.decode(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
