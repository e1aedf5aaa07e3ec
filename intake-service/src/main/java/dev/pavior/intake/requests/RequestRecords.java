package dev.pavior.intake.requests;

import dev.pavior.chassis.access.Access;
import dev.pavior.chassis.kafka.EventHeaders;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.WorkRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;

/** Writes requests down for the broker. */
public final class RequestRecords {

    private final Serializer<WorkRequest> serializer;

    public RequestRecords(Serializer<WorkRequest> serializer) {
        this.serializer = serializer;
    }

    WorkRequest request(String id, Form form, Access requester, Instant now) {
        return WorkRequest.newBuilder()
                .setId(id)
                .setKind(form.kind().onTheWire())
                .setSubmittedAt(now.truncatedTo(ChronoUnit.MILLIS))
                .setRequesterId(requester.userId())
                .setRequester(requester.name())
                .setTitle(form.title())
                .setFields(form.answers())
                .setArea(form.area())
                .setConfidential(form.confidential())
                .setEmergency(form.emergency())
                .build();
    }

    ProducerRecord<String, byte[]> record(WorkRequest request) {
        var topic = Topics.REQUESTS;
        var value = serializer.serialize(topic.name(), request);
        var record = new ProducerRecord<>(topic.name(), request.getId(), value);
        EventHeaders.set(record.headers(), EventHeaders.DELIVERY_ID, request.getId());
        EventHeaders.stamp(
                record.headers(), topic, request.getId(), "/v1/requests", request.getSubmittedAt());
        return record;
    }
}
