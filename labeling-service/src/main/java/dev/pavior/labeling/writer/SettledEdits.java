package dev.pavior.labeling.writer;

import dev.pavior.chassis.kafka.RegistryOutage;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.EditOutcome;
import dev.pavior.contract.v1.EditResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.core.log.LogAccessor;
import org.springframework.kafka.support.KafkaUtils;
import org.springframework.kafka.support.serializer.SerializationUtils;

/**
 * The ids of edits that have a final result, per partition.
 *
 * <p>They come from the results' own topic, as far back as edits are kept, so that an edit that is
 * delivered twice, also to two owners of its partition, is executed once.
 */
final class SettledEdits {

    private static final LogAccessor ACCESSOR = new LogAccessor(SettledEdits.class);
    private static final Duration AS_LONG_AS_EDITS = Duration.ofDays(7);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Supplier<Consumer<String, EditResult>> consumers;
    private final WriterTally tally;
    private final Clock clock;
    private final Map<Integer, Map<String, Instant>> partitions = new HashMap<>();

    SettledEdits(Supplier<Consumer<String, EditResult>> consumers, WriterTally tally, Clock clock) {
        this.consumers = consumers;
        this.tally = tally;
        this.clock = clock;
    }

    /** Forgets everything: another process may have written results since. */
    void forget() {
        partitions.clear();
    }

    boolean has(int partition, String editId) {
        return of(partition).containsKey(editId);
    }

    void add(int partition, String editId, EditOutcome outcome) {
        if (isFinal(outcome)) {
            of(partition).put(editId, clock.instant());
        }
    }

    private Map<String, Instant> of(int partition) {
        var settled = partitions.get(partition);
        if (settled == null) {
            settled = read(new TopicPartition(Topics.EDIT_RESULTS.name(), partition));
            partitions.put(partition, settled);
        }
        dropOld(settled);
        return settled;
    }

    private void dropOld(Map<String, Instant> settled) {
        var oldest = clock.instant().minus(AS_LONG_AS_EDITS);
        var entries = settled.entrySet().iterator();
        while (entries.hasNext() && entries.next().getValue().isBefore(oldest)) {
            entries.remove();
        }
    }

    // Trouble with Kafka is no edit's fault: the edits wait, as for a GitLab that is away.
    private Map<String, Instant> read(TopicPartition partition) {
        try {
            return readAll(partition);
        } catch (KafkaException e) {
            throw GitLabUnavailable.because(partition + " cannot be read", e);
        }
    }

    private Map<String, Instant> readAll(TopicPartition partition) {
        var settled = new LinkedHashMap<String, Instant>();
        try (var consumer = consumers.get()) {
            consumer.assign(List.of(partition));
            var end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            consumer.seek(partition, start(consumer, partition, end));
            var deadline = clock.instant().plus(PATIENCE);
            while (consumer.position(partition) < end) {
                consumer.poll(POLL).forEach(record -> take(settled, record));
                if (clock.instant().isAfter(deadline)) {
                    throw GitLabUnavailable.because(partition + " cannot be read", null);
                }
            }
        }
        return settled;
    }

    private long start(Consumer<?, ?> consumer, TopicPartition partition, long end) {
        var since = clock.instant().minus(AS_LONG_AS_EDITS).toEpochMilli();
        var found = consumer.offsetsForTimes(Map.of(partition, since)).get(partition);
        return found == null ? end : found.offset();
    }

    private void take(Map<String, Instant> settled, ConsumerRecord<String, EditResult> record) {
        @Nullable EditResult result = record.value();
        if (result == null) {
            skip(record);
        } else if (isFinal(result.getOutcome())) {
            settled.put(result.getId(), Instant.ofEpochMilli(record.timestamp()));
        }
    }

    private void skip(ConsumerRecord<String, EditResult> record) {
        var failure =
                SerializationUtils.getExceptionFromHeader(
                        record, KafkaUtils.VALUE_DESERIALIZER_EXCEPTION_HEADER, ACCESSOR);
        if (RegistryOutage.isBehind(failure)) {
            throw GitLabUnavailable.because("the schema registry cannot be reached", failure);
        }
        if (failure != null) {
            tally.count("unreadable_result");
        }
    }

    private static boolean isFinal(EditOutcome outcome) {
        return outcome == EditOutcome.APPLIED || outcome == EditOutcome.REFUSED;
    }
}
