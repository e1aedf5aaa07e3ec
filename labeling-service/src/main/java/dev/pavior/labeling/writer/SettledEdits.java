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
import java.util.Optional;
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
 * The ids of edits that have a final result, and of those whose creation was begun, per partition.
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
    private final Map<Integer, Known> partitions = new HashMap<>();

    SettledEdits(Supplier<Consumer<String, EditResult>> consumers, WriterTally tally, Clock clock) {
        this.consumers = consumers;
        this.tally = tally;
        this.clock = clock;
    }

    /** What is known of the edits of a partition. */
    private record Known(Map<String, Instant> settled, Map<String, Instant> begun) {

        void take(String editId, EditOutcome outcome, Instant at) {
            // What is held leaves open whether an earlier try comes true.
            if (outcome == EditOutcome.APPLIED || outcome == EditOutcome.REFUSED) {
                begun.remove(editId);
                settled.put(editId, at);
            }
        }

        void dropBefore(Instant oldest) {
            dropBefore(oldest, settled);
            dropBefore(oldest, begun);
        }

        private static void dropBefore(Instant oldest, Map<String, Instant> eldestFirst) {
            var entries = eldestFirst.entrySet().iterator();
            while (entries.hasNext() && entries.next().getValue().isBefore(oldest)) {
                entries.remove();
            }
        }
    }

    /** Forgets everything: another process may have written results since. */
    void forget() {
        partitions.clear();
    }

    boolean has(int partition, String editId) {
        return of(partition).settled().containsKey(editId);
    }

    void add(int partition, String editId, EditOutcome outcome) {
        of(partition).take(editId, outcome, clock.instant());
    }

    /** When the creation was begun that has no answer yet. */
    Optional<Instant> begun(int partition, String editId) {
        return Optional.ofNullable(of(partition).begun().get(editId));
    }

    void begin(int partition, String editId) {
        of(partition).begun().put(editId, clock.instant());
    }

    void cameToNothing(int partition, String editId) {
        of(partition).begun().remove(editId);
    }

    private Known of(int partition) {
        var known = partitions.get(partition);
        if (known == null) {
            known = read(new TopicPartition(Topics.EDIT_RESULTS.name(), partition));
            partitions.put(partition, known);
        }
        known.dropBefore(clock.instant().minus(AS_LONG_AS_EDITS));
        return known;
    }

    // Trouble with Kafka is no edit's fault: the edits wait, as for a GitLab that is away.
    private Known read(TopicPartition partition) {
        try {
            return readAll(partition);
        } catch (KafkaException e) {
            throw GitLabUnavailable.because(partition + " cannot be read", e);
        }
    }

    private Known readAll(TopicPartition partition) {
        var known = new Known(new LinkedHashMap<>(), new LinkedHashMap<>());
        try (var consumer = consumers.get()) {
            consumer.assign(List.of(partition));
            var end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            consumer.seek(partition, start(consumer, partition, end));
            var deadline = clock.instant().plus(PATIENCE);
            while (consumer.position(partition) < end) {
                consumer.poll(POLL).forEach(record -> take(known, record));
                if (clock.instant().isAfter(deadline)) {
                    throw GitLabUnavailable.because(partition + " cannot be read", null);
                }
            }
        }
        return known;
    }

    private long start(Consumer<?, ?> consumer, TopicPartition partition, long end) {
        var since = clock.instant().minus(AS_LONG_AS_EDITS).toEpochMilli();
        var found = consumer.offsetsForTimes(Map.of(partition, since)).get(partition);
        return found == null ? end : found.offset();
    }

    private void take(Known known, ConsumerRecord<String, EditResult> record) {
        @Nullable EditResult result = record.value();
        if (result == null) {
            skip(record);
        } else if (RecordedAttempts.isBegun(result)) {
            known.begun().put(result.getId(), result.getAt());
        } else {
            var at = Instant.ofEpochMilli(record.timestamp());
            known.take(result.getId(), result.getOutcome(), at);
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
}
