package dev.pavior.chassis.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.contract.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rocksdb.RocksDBException;

class StreamsSettingsTest {

    private static final KafkaSettings SETTINGS =
            new KafkaSettings(
                    "kafka:9092",
                    "http://registry:8081",
                    Path.of("state"),
                    "2",
                    Duration.ofMillis(25),
                    Map.of("security.protocol", "SSL"));

    @Test
    void compareStateExactlyOnceUnderAStableName() {
        // When
        var config = StreamsWiring.config(SETTINGS, Service.LABELING);

        // Then
        assertThat(config)
                .containsEntry("processing.guarantee", "exactly_once_v2")
                .containsEntry("application.id", "pavior.labeling")
                .containsEntry("consumer.group.instance.id", "pavior.labeling-2")
                .containsEntry("commit.interval.ms", 25L)
                .containsEntry("producer.linger.ms", 0)
                .containsEntry("security.protocol", "SSL");
    }

    @ParameterizedTest
    @ValueSource(classes = {NullPointerException.class, IllegalArgumentException.class})
    void parkWhatOurCodeCannotProcess(Class<? extends Exception> type) throws Exception {
        // When
        var ours = DeadLetterUnlessKafkaFails.isOurs(type.getConstructor().newInstance());

        // Then
        assertThat(ours).isTrue();
    }

    @Test
    void parkWhatCannotBeWrittenOut() {
        // When
        var ours = DeadLetterUnlessKafkaFails.isOurs(new SerializationException("no such schema"));

        // Then
        assertThat(ours).isTrue();
    }

    @Test
    void stopWhenTheDiskIsFull() {
        // When
        var ours =
                DeadLetterUnlessKafkaFails.isOurs(
                        new ProcessorStateException(
                                "put", new RocksDBException("No space left on device")));

        // Then
        assertThat(ours).isFalse();
    }
}
