package dev.pavior.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pavior.chassis.kafka.KafkaGate;
import dev.pavior.contract.Topics;
import dev.pavior.intake.IntakeApplication;
import dev.pavior.intake.RunningIntake;
import dev.pavior.intake.TopicReader;
import dev.pavior.testkit.Cluster;
import dev.pavior.testkit.ConfluentDecoder;
import dev.pavior.testkit.RealKafka;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Two instances take the same delivery at the same time. */
@RealKafka
class TwoInstancesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int POSTS = 50;
    private static final String ITEM = "gitlab.com/14/issue/23";

    private static final String ISSUE = Deliveries.read("issue.json");
    private static final String LATER =
            ISSUE.replace("\"closed\"", "\"opened\"").replace("43.920Z", "59.000Z");

    private final TopicReader topics;
    private final ConfluentDecoder decoder;

    TwoInstancesIT(Cluster cluster) {
        this.decoder = new ConfluentDecoder(cluster.registryUrl());
        this.topics = new TopicReader(cluster.bootstrap());
    }

    @Test
    void makeOneRevisionOfADeliveryThatComesFiftyTimes() throws Exception {
        // Given
        try (var first = start("first");
                var second = start("second");
                var senders = Executors.newFixedThreadPool(POSTS);
                var http = HttpClient.newBuilder().executor(senders).build()) {
            await().atMost(PATIENCE).until(() -> isOpen(first) && isOpen(second));

            // When
            var answers =
                    IntStream.range(0, POSTS)
                            .mapToObj(i -> post(http, i % 2 == 0 ? first : second, ISSUE))
                            .toList();

            // Then
            assertThat(answers).extracting(CompletableFuture::join).containsOnly(200);
            assertThat(records(Topics.OBSERVATIONS.name())).hasSize(POSTS);
            // What comes after them tells when all of them have been assembled.
            assertThat(post(http, first, LATER).join()).isEqualTo(200);
            await().atMost(PATIENCE).until(() -> revisions().contains(2L));
            assertThat(revisions()).containsExactly(1L, 2L);
        }
    }

    private List<Long> revisions() {
        return records(Topics.WORK_ITEMS.name()).stream()
                .map(record -> (Long) decoder.decode(record.value()).get("revision"))
                .toList();
    }

    private List<ConsumerRecord<String, byte[]>> records(String topic) {
        return topics.all(topic).stream().filter(record -> ITEM.equals(record.key())).toList();
    }

    private static CompletableFuture<Integer> post(
            HttpClient http, ConfigurableApplicationContext intake, String body) {
        var port = intake.getEnvironment().getRequiredProperty("local.server.port");
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/webhooks/gitlab"))
                        .timeout(PATIENCE)
                        .header("X-Gitlab-Token", RunningIntake.TOKEN)
                        .header("X-Gitlab-Event", "Issue Hook")
                        .header("X-Gitlab-Instance", "https://gitlab.com")
                        .header("Idempotency-Key", Integer.toHexString(body.hashCode()))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        return http.sendAsync(request, BodyHandlers.discarding())
                .thenApply(answer -> answer.statusCode());
    }

    private static boolean isOpen(ConfigurableApplicationContext intake) {
        return intake.getBean(KafkaGate.class).isOpen();
    }

    private static ConfigurableApplicationContext start(String name) {
        return new SpringApplicationBuilder(IntakeApplication.class)
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--PAVIOR_INSTANCE=" + name,
                        "--PAVIOR_STATE_DIR=target/state/" + UUID.randomUUID(),
                        "--PAVIOR_WEBHOOK_TOKEN=" + RunningIntake.TOKEN,
                        "--PAVIOR_WEBHOOK_HOST=gitlab.example",
                        "--PAVIOR_ACCESS_FILE=src/test/resources/access.yaml",
                        "--PAVIOR_CHARTER_DIR=../deploy/charter");
    }
}
