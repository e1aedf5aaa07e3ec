package dev.pavior.labeling.topology;

import dev.pavior.chassis.kafka.EventHeaders;
import dev.pavior.contract.Topic;
import dev.pavior.contract.v1.Decision;
import dev.pavior.contract.v1.Edit;
import dev.pavior.contract.v1.EditResult;
import dev.pavior.contract.v1.Workflow;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Names each record that goes out; the delivery behind it stays named. */
final class StampHeaders<T extends SpecificRecord> implements FixedKeyProcessor<String, T, T> {

    private static final String SOURCE = "/pavior/labeling";

    private final Topic topic;
    private final Tally tally;
    private FixedKeyProcessorContext<String, T> context;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init() before anything else
    StampHeaders(Topic topic, Tally tally) {
        this.topic = topic;
        this.tally = tally;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, T> context) {
        this.context = context;
    }

    @Override
    public void process(FixedKeyRecord<String, T> record) {
        var headers = new RecordHeaders(record.headers());
        EventHeaders.stamp(headers, topic, id(record.value()), SOURCE, time(record));
        tally.published(topic);
        context.forward(record.withHeaders(headers));
    }

    // The same revision gives the same id, however often it is published.
    private static String id(SpecificRecord value) {
        return switch (value) {
            case Decision decision -> decision.getItem() + "@" + decision.getRevision();
            case Edit edit -> edit.getId() + "@" + edit.getBasisRevision();
            case EditResult result -> result.getId() + "@routed";
            case Workflow workflow -> workflow.getItem() + "@" + workflow.getRevision();
            default -> throw new IllegalArgumentException("not ours: " + value.getSchema());
        };
    }

    private static Instant time(FixedKeyRecord<String, ?> record) {
        return Instant.ofEpochMilli(record.timestamp());
    }
}
