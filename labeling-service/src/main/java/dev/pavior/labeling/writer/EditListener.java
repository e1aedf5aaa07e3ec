package dev.pavior.labeling.writer;

import dev.pavior.chassis.kafka.RegistryOutage;
import dev.pavior.contract.v1.Edit;
import dev.pavior.labeling.writer.EditBatch.Group;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/**
 * Takes edits in batches, item by item; what must wait is waited for in order, except for an issue
 * that was perhaps created: others pass it.
 */
final class EditListener implements BatchAcknowledgingMessageListener<String, Edit> {

    private static final Logger log = LoggerFactory.getLogger(EditListener.class);
    private static final LogAccessor ACCESSOR = new LogAccessor(EditListener.class);

    private final PatientWriter writer;
    private final SettledEdits settled;
    private final Results results;
    private final WriterTally tally;
    private final Patience patience = new Patience();
    private final Set<String> handled = new HashSet<>(); // since all of a batch was done

    EditListener(PatientWriter writer, SettledEdits settled, Results results, WriterTally tally) {
        this.writer = writer;
        this.settled = settled;
        this.results = results;
        this.tally = tally;
    }

    /** Where a batch is to come again from, and why. */
    private record Waiting(GitLabUnavailable failure, int index) {}

    @Override
    public void onMessage(
            List<ConsumerRecord<String, Edit>> batch, @Nullable Acknowledgment acknowledgment) {
        var ack = java.util.Objects.requireNonNull(acknowledgment, "manual acknowledgement");
        int readable = EditBatch.readable(batch);
        var waiting = handleAll(EditBatch.groups(batch.subList(0, readable)));
        if (waiting != null) {
            waitFor(waiting, ack);
        } else if (readable < batch.size()) {
            giveUp(batch.get(readable), readable, ack);
        } else {
            handled.clear();
            ack.acknowledge();
        }
    }

    // The first that must wait keeps its place; what comes after it goes on where it can.
    private @Nullable Waiting handleAll(List<Group> groups) {
        Waiting waiting = null;
        for (var group : groups) {
            int place = waiting == null ? group.firstIndex() : waiting.index();
            try {
                handle(group);
                patience.succeeded();
            } catch (GitLabUnavailable e) {
                waiting = new Waiting(e, place);
                if (!e.isForOneEdit()) {
                    return waiting;
                }
            } catch (RuntimeException e) {
                if (waiting != null) {
                    return waiting; // this one fails again when nobody waits before it
                }
                tally.count("failed");
                throw new BatchListenerFailedException("an edit failed", e, place);
            }
        }
        return waiting;
    }

    private void handle(Group group) {
        var owed = new LinkedHashMap<String, ConsumerRecord<String, Edit>>();
        for (var record : group.records()) {
            var id = record.value().getId();
            if (settled.has(record.partition(), id) || handled.contains(place(record))) {
                tally.count("repeated");
            } else if (owed.put(id, record) != null) {
                tally.count("repeated"); // the same edit on a newer revision: that one counts
            }
        }
        if (!owed.isEmpty()) {
            write(owed);
        }
        group.records().forEach(record -> handled.add(place(record)));
    }

    private static String place(ConsumerRecord<?, ?> record) {
        return record.partition() + "@" + record.offset();
    }

    private void write(Map<String, ConsumerRecord<String, Edit>> owed) {
        var edits = owed.values().stream().map(ConsumerRecord::value).toList();
        var attempts = new RecordedAttempts(owed, settled, results);
        for (var result : writer.write(edits.getFirst().getItem(), edits, attempts)) {
            var cause = java.util.Objects.requireNonNull(owed.get(result.edit().getId()));
            results.publish(result, cause);
            settled.add(cause.partition(), result.edit().getId(), result.outcome());
            tally.count(result.outcome(), result.change());
        }
    }

    private void waitFor(Waiting waiting, Acknowledgment ack) {
        var failure = waiting.failure();
        var pause = patience.failed(failure);
        tally.count("unavailable");
        log.atWarn()
                .addKeyValue("reason", failure.reason())
                .addKeyValue("pause", pause)
                .log("Edits wait");
        ack.nack(waiting.index(), pause);
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
