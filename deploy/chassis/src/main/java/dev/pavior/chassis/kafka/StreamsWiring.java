package dev.pavior.chassis.kafka;

import dev.pavior.contract.Service;
import dev.pavior.contract.Topics;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.config.KafkaStreamsConfiguration;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

/** Runs a service's {@link StreamsTopology} with the settings that were measured to matter. */
@Configuration(proxyBeanMethods = false)
@Import(KafkaWiring.class)
public class StreamsWiring {

    /** How long an instance that is gone for good holds its partitions, and its group. */
    private static final int SESSION_TIMEOUT_MS = 15_000;

    @Bean
    StreamsBuilderFactoryBean streams(KafkaSettings settings, Service service) {
        var streams =
                new StreamsBuilderFactoryBean(
                        new KafkaStreamsConfiguration(config(settings, service)));
        streams.setAutoStartup(false); // the gate starts it
        streams.setDeadLetterTopicName(Topics.deadLetters(service).name());
        streams.setStreamsUncaughtExceptionHandler(new ReplaceThread()::handle);
        streams.setCloseTimeout(10);
        return streams;
    }

    @Bean
    KafkaGate.Gated startStreams(
            StreamsBuilderFactoryBean streams,
            org.apache.kafka.streams.StreamsBuilder builder,
            StreamsTopology topology) {
        topology.build(builder);
        return streams::start;
    }

    @Bean
    StreamsHealth streamsHealthIndicator(StreamsBuilderFactoryBean streams) {
        return new StreamsHealth(streams);
    }

    /** The settings of Kafka Streams; see the settings section of the design for the reasons. */
    static Map<String, Object> config(KafkaSettings settings, Service service) {
        var name = "pavior." + service.word();
        var config = new HashMap<>(settings.clientConfig());
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, name);
        config.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDir().toString());
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, settings.commitInterval().toMillis());
        config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
        config.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
        config.put(
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
                DeadLetterUnlessRegistryAway.class);
        config.put(
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
                DeadLetterUnlessKafkaFails.class);
        config.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        // Named after the instance: one that was killed returns at once, not after a session.
        config.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG),
                name + "-" + settings.instance());
        config.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
                SESSION_TIMEOUT_MS);
        config.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        config.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 0);
        config.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        return config;
    }

    /** A failed thread is replaced, after a breath so that a lasting outage does not spin. */
    private static final class ReplaceThread {

        private static final long BREATH_MS = 1000;

        StreamThreadExceptionResponse handle(Throwable failure) {
            org.slf4j.LoggerFactory.getLogger(StreamsWiring.class)
                    .error("A stream thread failed and is replaced", failure);
            try {
                Thread.sleep(BREATH_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
    }
}
