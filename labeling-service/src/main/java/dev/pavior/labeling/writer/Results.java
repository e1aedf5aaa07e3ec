package dev.pavior.labeling.writer;

import dev.pavior.chassis.kafka.EventHeaders;
import dev.pavior.contract.ItemKey;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.EditResult;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Publishes what became of edits, and returns only when the broker has it. */
final class Results {

    private static final Set<String> KEPT_HEADERS = Set.of(EventHeaders.DELIVERY_ID, "traceparent");

    private final Producer<String, EditResult> producer;
    private final Clock clock;

    Results(Producer<String, EditResult> producer, Clock clock) {
        this.producer = producer;
        this.clock = clock;
    }

    void publish(ItemWriter.Result result, ConsumerRecord<?, ?> cause) {
        var record = new ProducerRecord<>(Topics.EDIT_RESULTS.name(), item(result), wire(result));
        cause.headers()
                .forEach(
                        header -> {
                            if (KEPT_HEADERS.contains(header.key())) {
                                record.headers().add(header);
                            }
                        });
        EventHeaders.stamp(
                record.headers(),
                Topics.EDIT_RESULTS,
                result.edit().getId() + "@" + result.edit().getBasisRevision(),
                "/pavior/labeling",
                record.value().getAt());
        send(record);
    }

    private void send(ProducerRecord<String, EditResult> record) {
        try {
            producer.send(record).get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw GitLabUnavailable.because("the result could not be published", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw GitLabUnavailable.because("interrupted", e);
        }
    }

    private static String item(ItemWriter.Result result) {
        return result.edit().getItem();
    }

    private EditResult wire(ItemWriter.Result result) {
        return EditResult.newBuilder()
                .setId(result.edit().getId())
                .setItem(item(result))
                .setPolicy(result.edit().getPolicy())
                .setBasisRevision(result.edit().getBasisRevision())
                .setOutcome(result.outcome())
                .setReason(result.reason().isEmpty() ? null : result.reason())
                .setAddedLabels(result.change().add())
                .setRemovedLabels(result.change().remove())
                .setAt(clock.instant())
                .setRequestId(result.edit().getRequestId())
                .setCreatedItem(result.created().map(ItemKey::toString).orElse(null))
                .build();
    }
}
