package dev.pavior.local.topics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Reads partitions up to the end that they have when the reading begins. */
public final class Reader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final ReadingProgress progress;

    public Reader(Reach reach, ReadingProgress progress) {
        this.consumer = reach.consumer();
        this.progress = progress;
    }

    /**
     * What was read of one partition.
     *
     * @param begin its first offset that still exists, or where the reading began
     * @param end the offset behind its last
     * @param records how many records were there between the two
     */
    public record Stretch(TopicPartition partition, long begin, long end, long records) {}

    /** All partitions of a topic. */
    public List<TopicPartition> partitions(String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .sorted(Comparator.comparingInt(TopicPartition::partition))
                .toList();
    }

    /** Shows each record since a time, or since the beginning. */
    public List<Stretch> read(
            List<TopicPartition> partitions,
            Optional<Instant> since,
            Consumer<ConsumerRecord<byte[], byte[]>> each) {
        var ends = consumer.endOffsets(partitions);
        return readFrom(
                since.map(t -> at(t, partitions, ends)).orElseGet(() -> begin(partitions)),
                ends,
                each);
    }

    /** Shows each record of one partition from an offset on. */
    public List<Stretch> readFrom(
            TopicPartition partition, long offset, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        long begin = begin(List.of(partition)).getOrDefault(partition, 0L);
        return readFrom(
                Map.of(partition, Math.max(begin, offset)),
                consumer.endOffsets(List.of(partition)),
                each);
    }

    /** The offset behind the last record of a partition. */
    public long end(TopicPartition partition) {
        return consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    }

    /** One record, where it still exists. */
    public Optional<ConsumerRecord<byte[], byte[]>> one(TopicPartition partition, long offset) {
        long begin = begin(List.of(partition)).getOrDefault(partition, 0L);
        if (offset < begin || offset >= end(partition)) {
            return Optional.empty();
        }
        consumer.assign(List.of(partition));
        consumer.seek(partition, offset);
        return consumer.poll(Duration.ofSeconds(10)).records(partition).stream()
                .filter(record -> record.offset() == offset)
                .findFirst();
    }

    private List<Stretch> readFrom(
            Map<TopicPartition, Long> begins,
            Map<TopicPartition, Long> ends,
            Consumer<ConsumerRecord<byte[], byte[]>> each) {
        consumer.assign(begins.keySet());
        begins.forEach(consumer::seek);
        var counts = new HashMap<TopicPartition, Long>();
        var watch = new Watch(begins, ends);
        while (!watch.isDone()) {
            for (var record : consumer.poll(POLL)) {
                var partition = new TopicPartition(record.topic(), record.partition());
                if (record.offset() < ends.getOrDefault(partition, 0L)) {
                    counts.merge(partition, 1L, Long::sum);
                    each.accept(record);
                }
            }
            watch.look();
        }
        var stretches = new ArrayList<Stretch>();
        begins.forEach(
                (partition, begin) ->
                        stretches.add(
                                new Stretch(
                                        partition,
                                        begin,
                                        ends.getOrDefault(partition, 0L),
                                        counts.getOrDefault(partition, 0L))));
        stretches.sort(Comparator.comparingInt(stretch -> stretch.partition().partition()));
        return stretches;
    }

    /** How far a reading has come, and whether it still gets on. */
    private final class Watch {

        private final Map<TopicPartition, Long> ends;
        private final long begin;
        private final long total;
        private final String what;
        private long position;
        private Instant moved = Instant.now();

        Watch(Map<TopicPartition, Long> begins, Map<TopicPartition, Long> ends) {
            this.ends = ends;
            this.begin = begins.values().stream().mapToLong(Long::longValue).sum();
            this.total = ends.values().stream().mapToLong(Long::longValue).sum() - begin;
            this.what = begins.keySet().iterator().next().topic();
            this.position = begin;
        }

        boolean isDone() {
            return ends.entrySet().stream()
                    .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
        }

        void look() {
            long now = ends.keySet().stream().mapToLong(consumer::position).sum();
            if (now > position) {
                position = now;
                moved = Instant.now();
            } else if (moved.plus(PATIENCE).isBefore(Instant.now())) {
                throw new TimeoutException("the broker sends no more of " + what);
            }
            progress.at(what, position - begin, total);
        }
    }

    private Map<TopicPartition, Long> begin(List<TopicPartition> partitions) {
        return consumer.beginningOffsets(partitions);
    }

    private Map<TopicPartition, Long> at(
            Instant since, List<TopicPartition> partitions, Map<TopicPartition, Long> ends) {
        var times = new HashMap<TopicPartition, Long>();
        partitions.forEach(partition -> times.put(partition, since.toEpochMilli()));
        var found = new HashMap<TopicPartition, Long>();
        consumer.offsetsForTimes(times)
                .forEach(
                        (partition, offset) ->
                                found.put(partition, offset(offset, partition, ends)));
        return found;
    }

    private static long offset(
            @Nullable OffsetAndTimestamp found,
            TopicPartition partition,
            Map<TopicPartition, Long> ends) {
        return found == null ? ends.getOrDefault(partition, 0L) : found.offset();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
