package dev.pavior.labeling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pavior.chassis.kafka.AvroSerdes;
import dev.pavior.chassis.kafka.KafkaSettings;
import dev.pavior.contract.ItemKey;
import dev.pavior.contract.Topic;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.ItemKind;
import dev.pavior.contract.v1.ItemState;
import dev.pavior.contract.v1.WorkItem;
import dev.pavior.local.process.Ports;
import dev.pavior.testkit.Cluster;
import dev.pavior.testkit.JavaProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sandbox, a cluster, and what the intake would say about the sandbox's issues. */
final class Stage implements AutoCloseable {

    static final String CANDIDATE = "ProdSecEng Candidate";
    static final String PENDING = "ProdSecEngMetric::Pending";
    static final Path CHARTER = Path.of(System.getProperty("pavior.root"), "deploy/charter");
    private static final String PROJECT = "/api/v4/projects/1";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Cluster cluster;
    private final AvroSerdes serdes;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String sandboxUrl = "http://127.0.0.1:" + Ports.free();
    private final JavaProcess sandbox;
    private final KafkaProducer<String, WorkItem> intake;

    Stage(Cluster cluster) {
        this.cluster = cluster;
        serdes =
                new AvroSerdes(
                        new KafkaSettings(
                                cluster.bootstrap(),
                                cluster.registryUrl(),
                                Path.of("unused"),
                                "0",
                                Duration.ofMillis(25),
                                Map.of()));
        sandbox = sandbox().start().awaitReady();
        intake =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", cluster.bootstrap(), "linger.ms", 0),
                        new StringSerializer(),
                        serdes.<WorkItem>of(Topics.WORK_ITEMS).serializer());
    }

    // A process of its own: what a context closes in this one, its neighbours lose too.
    private JavaProcess sandbox() {
        var port = Integer.toString(URI.create(sandboxUrl).getPort());
        return JavaProcess.ofJar(
                JavaProcess.appOf("deploy/gitlab-sandbox"),
                Map.of("PAVIOR_SANDBOX_PORT", port, "PAVIOR_SANDBOX_DATA_DIR", ""),
                URI.create(sandboxUrl + "/readyz"),
                Path.of("target", "sandbox-" + port + ".log").toAbsolutePath());
    }

    String gitLabUrl() {
        return sandboxUrl;
    }

    /** What the service is told by its environment. */
    Map<String, String> environment(Path stateDir) {
        return Map.of(
                "PAVIOR_KAFKA_BOOTSTRAP", cluster.bootstrap(),
                "PAVIOR_REGISTRY_URL", cluster.registryUrl(),
                "PAVIOR_STATE_DIR", stateDir.toString(),
                "PAVIOR_CHARTER_DIR", CHARTER.toString(),
                "PAVIOR_GITLAB_URL", gitLabUrl(),
                "PAVIOR_GITLAB_WRITE_TOKEN", "sandbox-write-token");
    }

    /** Opens an issue in the sandbox. */
    ItemKey newIssue(String... labels) {
        var form = "title=one&labels=" + encoded(String.join(",", labels));
        var issue = send("POST", PROJECT + "/issues", form);
        var host = URI.create(gitLabUrl());
        return ItemKey.issue(host.getHost() + ":" + host.getPort(), 1, issue.get("iid").asLong());
    }

    List<String> labelsOf(ItemKey item) {
        var labels = new ArrayList<String>();
        send("GET", PROJECT + "/issues/" + item.iid(), null)
                .get("labels")
                .forEach(label -> labels.add(label.asString()));
        return labels;
    }

    /** A person changes the labels of an issue. */
    void relabel(ItemKey item, String change, String label) {
        send("PUT", PROJECT + "/issues/" + item.iid(), change + "=" + encoded(label));
    }

    /** How often the writer wrote to this item, or to all with an empty path. */
    long writesTo(String path) {
        long writes = 0;
        for (var write : send("GET", "/-/sandbox/writes", null).get("latest")) {
            var mine = write.get("user").asString().equals("pavior-bot");
            if (mine && write.get("path").asString().endsWith(path)) {
                writes++;
            }
        }
        return writes;
    }

    long writes() {
        return writesTo("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private JsonNode send(String method, String path, String form) {
        var body =
                form == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(form);
        var request =
                HttpRequest.newBuilder(URI.create(gitLabUrl() + path))
                        .header("PRIVATE-TOKEN", "sandbox-admin-token")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .method(method, body)
                        .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(path + ": " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Says what the intake would say about an issue that has these labels now. */
    void publish(ItemKey item, long revision, List<String> labels) {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var value =
                WorkItem.newBuilder()
                        .setItem(item.toString())
                        .setHost(item.host())
                        .setProjectId(item.containerId())
                        .setKind(ItemKind.ISSUE)
                        .setIid(item.iid())
                        .setRevision(revision)
                        .setValidFrom(now)
                        .setObservedAt(now)
                        .setState(ItemState.OPENED)
                        .setLabels(labels.stream().sorted().toList())
                        .setConfidential(false)
                        .build();
        try {
            intake.send(new ProducerRecord<>(Topics.WORK_ITEMS.name(), item.toString(), value))
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All committed values of a topic. */
    <T extends SpecificRecord> List<T> all(Topic topic) {
        var found = new ArrayList<T>();
        read(topic, record -> found.add(this.<T>decode(topic, record.value())));
        return found;
    }

    private void read(Topic topic, Consumer<ConsumerRecord<String, byte[]>> reader) {
        try (var consumer = consumer()) {
            var partitions = assign(consumer, topic);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(100)).forEach(reader);
            }
        }
    }

    private <T extends SpecificRecord> T decode(Topic topic, byte[] value) {
        return serdes.<T>of(topic).deserializer().deserialize(topic.name(), value);
    }

    KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        cluster.bootstrap(),
                        "isolation.level",
                        "read_committed"),
                new StringDeserializer(),
                new org.apache.kafka.common.serialization.ByteArrayDeserializer());
    }

    static List<TopicPartition> assign(KafkaConsumer<?, ?> consumer, Topic topic) {
        var partitions =
                consumer.partitionsFor(topic.name()).stream()
                        .map(info -> new TopicPartition(topic.name(), info.partition()))
                        .toList();
        consumer.assign(partitions);
        return partitions;
    }

    void sendRaw(Topic topic, String key, byte[] value) {
        try (var producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", cluster.bootstrap()),
                        new StringSerializer(),
                        new org.apache.kafka.common.serialization.ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic.name(), key, value));
        }
    }

    /** Waits until a group has taken in every record of a topic. */
    void awaitCaughtUp(String group, Topic topic) {
        try (var admin = admin()) {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(
                            () -> {
                                var done =
                                        admin.listConsumerGroupOffsets(group)
                                                .partitionsToOffsetAndMetadata()
                                                .get();
                                assertThat(lastRecords(topic))
                                        .allSatisfy(
                                                (partition, last) ->
                                                        assertThat(reached(done.get(partition)))
                                                                .isGreaterThan(last));
                            });
        }
    }

    private static long reached(OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }

    // Not the end offsets: those count the markers of transactions too, which nobody is given.
    private Map<TopicPartition, Long> lastRecords(Topic topic) {
        var last = new HashMap<TopicPartition, Long>();
        read(
                topic,
                record ->
                        last.put(
                                new TopicPartition(record.topic(), record.partition()),
                                record.offset()));
        return last;
    }

    /** Makes the streams start from nothing: no offsets, no state of their own on the cluster. */
    void resetStreams() throws ExecutionException, InterruptedException {
        var group = "pavior.labeling";
        try (var admin = admin()) {
            admin.removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
                    .all()
                    .get();
            admin.deleteConsumerGroups(Set.of(group)).all().get();
            var own =
                    admin.listTopics().names().get().stream()
                            .filter(name -> name.startsWith(group + "-"))
                            .toList();
            admin.deleteTopics(own).all().get();
            await().until(() -> admin.listTopics().names().get().stream().noneMatch(own::contains));
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", cluster.bootstrap()));
    }

    @Override
    public void close() {
        intake.close();
        sandbox.close();
    }
}
