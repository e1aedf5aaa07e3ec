package dev.pavior.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pavior.chassis.kafka.KafkaGate;
import dev.pavior.contract.Topics;
import dev.pavior.intake.RunningIntake;
import dev.pavior.intake.TopicReader;
import dev.pavior.testkit.Cluster;
import dev.pavior.testkit.RealKafka;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

@RealKafka
@RunningIntake
class BrokerOutageIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /**
     * What any answer may take. A send that waits on an event loop would hold all the others back
     * for a minute, so the same limit proves that probes are not held back.
     */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    @LocalServerPort private int port;
    @Autowired private KafkaGate gate;
    @Autowired private Balance balance;

    private final Cluster cluster;
    private WebTestClient client;

    BrokerOutageIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @BeforeEach
    void connect() {
        client =
                WebTestClient.bindToServer()
                        .baseUrl("http://127.0.0.1:" + port)
                        .responseTimeout(LIMIT)
                        .build();
    }

    @Test
    void answersUnavailableInTimeWhileTheBrokerIsAwayAndRecovers() throws Exception {
        // Given
        await().atMost(PATIENCE).until(gate::isOpen);
        await().atMost(PATIENCE).until(() -> post(1).getStatus().value() == 200);

        // When
        var answers = postAllAtOnceWithoutBroker(64);

        // Then: the client's own limit of five seconds was not reached by any of them
        assertThat(answers)
                .allSatisfy(
                        answer -> {
                            assertThat(answer.getStatus().value()).isEqualTo(503);
                            assertThat(
                                            answer.getResponseHeaders()
                                                    .getFirst(HttpHeaders.RETRY_AFTER))
                                    .isEqualTo("5");
                        });
        await().atMost(PATIENCE).until(() -> post(2).getStatus().value() == 200);
        assertThat(new TopicReader(cluster.bootstrap()).all(Topics.OBSERVATIONS.name()))
                .extracting(record -> record.key())
                .contains(item(1), item(2));
        assertThat(balance.sheet().ended()).isEqualTo(balance.sheet().received());
    }

    private List<EntityExchangeResult<byte[]>> postAllAtOnceWithoutBroker(int count)
            throws Exception {
        cluster.killBroker();
        try {
            return postAllAtOnce(count);
        } finally {
            cluster.restartBroker(); // other test classes need it
        }
    }

    /** Also asks for liveness all the while, which must stay fast. */
    private List<EntityExchangeResult<byte[]>> postAllAtOnce(int count) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var posts =
                    threads.submit(
                            () ->
                                    threads.invokeAll(
                                            IntStream.range(0, count)
                                                    .<Callable<EntityExchangeResult<byte[]>>>
                                                            mapToObj(i -> () -> post(100 + i))
                                                    .toList()));
            int probes = 0;
            while (!posts.isDone() || probes < 10) {
                client.get().uri("/livez").exchange().expectStatus().isOk();
                probes++;
            }
            return posts.get().stream().map(java.util.concurrent.Future::resultNow).toList();
        }
    }

    private EntityExchangeResult<byte[]> post(int iid) {
        return post(Deliveries.read("issue.json").replace("\"iid\": 23", "\"iid\": " + iid));
    }

    private EntityExchangeResult<byte[]> post(String body) {
        return client.post()
                .uri("/webhooks/gitlab")
                .contentType(MediaType.APPLICATION_JSON)
                .header("X-Gitlab-Token", RunningIntake.TOKEN)
                .bodyValue(body)
                .exchange()
                .expectBody()
                .returnResult();
    }

    private static String item(int iid) {
        return "gitlab.example/14/issue/" + iid;
    }
}
