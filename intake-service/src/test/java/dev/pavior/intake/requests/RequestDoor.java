package dev.pavior.intake.requests;

import dev.pavior.chassis.kafka.AvroSerdes;
import dev.pavior.contract.Topic;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.CatalogEntry;
import dev.pavior.contract.v1.CatalogKind;
import dev.pavior.contract.v1.EditOutcome;
import dev.pavior.contract.v1.EditResult;
import dev.pavior.contract.v1.WorkRequest;
import dev.pavior.intake.TopicReader;
import dev.pavior.testkit.Cluster;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/**
 * Stands at the door of a running service with requests, and behind it with what becomes of them.
 */
record RequestDoor(WebTestClient client, Cluster cluster, AvroSerdes serdes) {

    static RequestDoor at(int port, Cluster cluster, AvroSerdes serdes, Duration patience) {
        var client =
                WebTestClient.bindToServer()
                        .baseUrl("http://127.0.0.1:" + port)
                        .responseTimeout(patience)
                        .build();
        return new RequestDoor(client, cluster, serdes);
    }

    /** Sends a body under a key. */
    ResponseSpec post(String who, String key, String body) {
        return client.post()
                .uri("/v1/requests")
                .contentType(MediaType.APPLICATION_JSON)
                .headers(headers -> headers.setBearerAuth(who))
                .headers(headers -> headers.set("Idempotency-Key", key))
                .bodyValue(body)
                .exchange();
    }

    ResponseSpec get(String who, String path) {
        return client.get().uri(path).headers(headers -> headers.setBearerAuth(who)).exchange();
    }

    /** Where a request is to be found that was taken. */
    String submitted(String who, String key, String body) {
        return String.valueOf(
                post(who, key, body)
                        .expectStatus()
                        .isCreated()
                        .returnResult(byte[].class)
                        .getResponseHeaders()
                        .getLocation());
    }

    /** Each record of a request. */
    List<WorkRequest> onTheTopic(String id) {
        return new TopicReader(cluster.bootstrap())
                .all(Topics.REQUESTS.name()).stream()
                        .filter(record -> id.equals(record.key()))
                        .map(record -> this.decoded(record.value()))
                        .toList();
    }

    private WorkRequest decoded(byte[] value) {
        return serdes.<WorkRequest>of(Topics.REQUESTS)
                .deserializer()
                .deserialize(Topics.REQUESTS.name(), value);
    }

    static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    String shown(String who, String path) {
        return get(who, path).expectBody(String.class).returnResult().getResponseBody();
    }

    /** Says where a project is, as hooks and readers do. */
    void project(String host, long id, String fullPath) {
        var key = host + "/project/" + id;
        var entry =
                CatalogEntry.newBuilder()
                        .setEntry(key)
                        .setHost(host)
                        .setKind(CatalogKind.PROJECT)
                        .setEntryId(id)
                        .setFullPath(fullPath)
                        .setSeenAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                        .build();
        send(Topics.CATALOG, key, entry);
    }

    private <T extends SpecificRecord> void send(Topic topic, String key, T value) {
        try (var producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", cluster.bootstrap()),
                        new StringSerializer(),
                        serdes.<T>of(topic).serializer())) {
            producer.send(new ProducerRecord<>(topic.name(), key, value));
        }
    }

    /** Says what became of a request, as the labeling service does. */
    void result(String id, EditOutcome outcome, String referredTo, String created) {
        var result =
                EditResult.newBuilder()
                        .setId("edit of " + id)
                        .setItem(id)
                        .setPolicy("routes")
                        .setBasisRevision(0)
                        .setOutcome(outcome)
                        .setReason(referredTo == null ? null : "because")
                        .setReferredTo(referredTo)
                        .setCreatedItem(created)
                        .setAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                        .setRequestId(id)
                        .build();
        send(Topics.EDIT_RESULTS, id, result);
    }

    /** Reads what the service's own feed reads. */
    KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", cluster.bootstrap()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
