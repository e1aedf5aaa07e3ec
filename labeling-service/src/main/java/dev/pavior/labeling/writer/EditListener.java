package dev.pavior.labeling.writer;

import dev.pavior.chassis.kafka.RegistryOutage;
import dev.pavior.contract.v1.Edit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.log.LogAccessor;
import org.springframework.kafka.listener.BatchAcknowledgingMessageListener;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.kafka.support.KafkaUtils;
import org.springframework.kafka.support.serializer.DeserializationException;
import org.springframework.kafka.support.serializer.SerializationUtils;

/** Takes edits in batches, item by item; what must wait is waited for in order. */
final class EditListener implements BatchAcknowledgingMessageListener<String, Edit> {

    private static final Logger log = LoggerFactory.getLogger(EditListener.class);
    private static final LogAccessor ACCESSOR = new LogAccessor(EditListener.class);

    private final PatientWriter writer;
    private final SettledEdits settled;
    private final Results results;
    private final WriterTally tally;
    private final Patience patience = new Patience();

    EditListener(PatientWriter writer, SettledEdits settled, Results results, WriterTally tally) {
        this.writer = writer;
        this.settled = settled;
        this.results = results;
        this.tally = tally;
    }

    /** The edits of one item in a batch. */
    private record Group(int firstIndex, List<ConsumerRecord<String, Edit>> records) {}

    @Override
    public void onMessage(
            List<ConsumerRecord<String, Edit>> batch, @Nullable Acknowledgment acknowledgment) {
        var ack = java.util.Objects.requireNonNull(acknowledgment, "manual acknowledgement");
        int readable = readable(batch);
        for (var group : groups(batch.subList(0, readable))) {
            try {
                handle(group);
                patience.succeeded();
            } catch (GitLabUnavailable e) {
                waitFor(e, ack, group.firstIndex());
                return;
            } catch (RuntimeException e) {
                tally.count("failed");
                throw new BatchListenerFailedException("an edit failed", e, group.firstIndex());
            }
        }
        if (readable < batch.size()) {
            giveUp(batch.get(readable), readable, ack);
        } else {
            ack.acknowledge();
        }
    }

    private static int readable(List<ConsumerRecord<String, Edit>> batch) {
        for (int i = 0; i < batch.size(); i++) {
            if (isUnreadable(batch.get(i).value())) {
                return i;
            }
        }
        return batch.size();
    }

    private static boolean isUnreadable(@Nullable Edit value) {
        return value == null;
    }

    // In order of first appearance, so that nothing before a group's first record is left undone.
    private static List<Group> groups(List<ConsumerRecord<String, Edit>> records) {
        Map<String, Group> groups = new LinkedHashMap<>();
        for (int i = 0; i < records.size(); i++) {
            int index = i;
            var record = records.get(i);
            groups.computeIfAbsent(
                            record.value().getItem(), item -> new Group(index, new ArrayList<>()))
                    .records()
                    .add(record);
        }
        return List.copyOf(groups.values());
    }

    private void handle(Group group) {
        var owed = new LinkedHashMap<String, ConsumerRecord<String, Edit>>();
        for (var record : group.records()) {
            var id = record.value().getId();
            if (settled.has(record.partition(), id)) {
                tally.count("repeated");
            } else if (owed.put(id, record) != null) {
                tally.count("repeated"); // the same edit on a newer revision: that one counts
            }
        }
        if (!owed.isEmpty()) {
            write(owed);
        }
    }

    private void write(Map<String, ConsumerRecord<String, Edit>> owed) {
        var edits = owed.values().stream().map(ConsumerRecord::value).toList();
        for (var result : writer.write(edits.getFirst().getItem(), edits)) {
            var cause = java.util.Objects.requireNonNull(owed.get(result.edit().getId()));
            results.publish(result, cause);
            settled.add(cause.partition(), result.edit().getId(), result.outcome());
            tally.count(result.outcome(), result.change());
        }
    }

    private void waitFor(GitLabUnavailable failure, Acknowledgment ack, int index) {
        var pause = patience.failed(failure);
        tally.count("unavailable");
        log.atWarn()
                .addKeyValue("reason", failure.reason())
                .addKeyValue("pause", pause)
                .log("Edits wait");
        ack.nack(index, pause);
    }

    private void giveUp(ConsumerRecord<String, Edit> record, int index, Acknowledgment ack) {
        var failure =
                SerializationUtils.getExceptionFromHeader(
                        record, KafkaUtils.VALUE_DESERIALIZER_EXCEPTION_HEADER, ACCESSOR);
        if (RegistryOutage.isBehind(failure)) {
            ack.nack(index, Duration.ofSeconds(1));
            return;
        }
        tally.count("unreadable");
        throw new BatchListenerFailedException("an edit cannot be read", cause(failure), index);
    }

    private static Throwable cause(@Nullable DeserializationException failure) {
        return failure == null ? new IllegalArgumentException("an edit without value") : failure;
    }
}
