package dev.pavior.labeling.topology;

import dev.pavior.contract.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.errors.StreamsException;

/** Asks the broker whether anything was published before, and how far the work items reach now. */
public final class KafkaRebuildHorizon implements RebuildHorizon {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Admin admin;
    private final Map<String, Object> clientConfig;

    public KafkaRebuildHorizon(Admin admin, Map<String, Object> clientConfig) {
        this.admin = admin;
        this.clientConfig = Map.copyOf(clientConfig);
    }

    @Override
    public long silentBelow(int partition) {
        var published =
                Stream.of(Topics.DECISIONS, Topics.WORKFLOWS)
                        .map(topic -> new TopicPartition(topic.name(), partition))
                        .anyMatch(this::anyCommitted);
        var workItems = new TopicPartition(Topics.WORK_ITEMS.name(), partition);
        return published ? end(workItems, IsolationLevel.READ_COMMITTED) : 0;
    }

    // Offsets alone do not tell: a first start that was killed leaves aborted records behind.
    private boolean anyCommitted(TopicPartition partition) {
        var end = end(partition, IsolationLevel.READ_UNCOMMITTED);
        if (end == 0) {
            return false;
        }
        try (var consumer = consumer()) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var deadline = Instant.now().plus(PATIENCE);
            while (consumer.position(partition) < end) {
                if (!consumer.poll(POLL).isEmpty()) {
                    return true;
                }
                if (Instant.now().isAfter(deadline)) {
                    throw new StreamsException(partition + " could not be read to its end");
                }
            }
            return false;
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        var config = new java.util.HashMap<>(clientConfig);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 65_536);
        return new KafkaConsumer<>(
                config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private long end(TopicPartition partition, IsolationLevel isolation) {
        try {
            return admin.listOffsets(
                            Map.of(partition, OffsetSpec.latest()),
                            new ListOffsetsOptions(isolation))
                    .partitionResult(partition)
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .offset();
        } catch (ExecutionException | TimeoutException e) {
            throw new StreamsException("the end of " + partition + " is not known", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StreamsException("interrupted", e);
        }
    }
}
