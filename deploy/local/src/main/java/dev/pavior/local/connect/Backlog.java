package dev.pavior.local.connect;

import dev.pavior.contract.Topics;
import dev.pavior.local.connect.check.ConnectRefusal;
import dev.pavior.local.topics.Reach;
import dev.pavior.local.topics.Reader;
import dev.pavior.local.topics.ReadingProgress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/** How much was published that the services have not taken in yet. */
final class Backlog {

    /** Which consumer group reads which topic first; what it makes of that is found by itself. */
    private static final Map<String, String> FIRST =
            Map.of(
                    "pavior.intake", Topics.OBSERVATIONS.name(),
                    "pavior.labeling", Topics.WORK_ITEMS.name(),
                    "pavior.labeling.writer", Topics.EDITS.name(),
                    "pavior.metrics", Topics.WORK_ITEMS.name(),
                    "pavior.handoff", Topics.WORK_ITEMS.name());

    private final Reach reach;

    Backlog(Reach reach) {
        this.reach = reach;
    }

    boolean isEmpty() {
        try (var admin = Admin.create(Map.of("bootstrap.servers", reach.bootstrap()));
                var reader = new Reader(reach, ReadingProgress.SILENT)) {
            return FIRST.entrySet().stream()
                    .allMatch(first -> isEmpty(reader, offsets(admin, reader, first)));
        }
    }

    /** Counted, for the marks of transactions are offsets too, and nobody has to take them in. */
    private static boolean isEmpty(Reader reader, Map<TopicPartition, Long> offsets) {
        return offsets.entrySet().stream()
                .flatMap(at -> reader.readFrom(at.getKey(), at.getValue(), record -> {}).stream())
                .allMatch(stretch -> stretch.records() == 0);
    }

    private static Map<TopicPartition, Long> offsets(
            Admin admin, Reader reader, Map.Entry<String, String> first) {
        var offsets = new HashMap<TopicPartition, Long>();
        reader.partitions(first.getValue()).forEach(partition -> offsets.put(partition, 0L));
        committed(admin, first.getKey()).forEach(offsets::put);
        return offsets;
    }

    private static Map<TopicPartition, Long> committed(Admin admin, String group) {
        try {
            var offsets = new HashMap<TopicPartition, Long>();
            admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(30, TimeUnit.SECONDS)
                    .forEach(
                            (partition, at) -> {
                                if (at != null) {
                                    offsets.put(partition, at.offset());
                                }
                            });
            return offsets;
        } catch (ExecutionException | TimeoutException e) {
            throw new ConnectRefusal("the broker does not tell how far " + group + " is", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectRefusal("interrupted while asking how far " + group + " is", e);
        }
    }
}
