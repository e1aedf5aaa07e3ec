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

    /** What a hook may take at most, and with room for a busy machine what a probe may. */
    private static final Duration HOOK = Duration.ofSeconds(5);

    private static final Duration PROBE = Duration.ofSeconds(2);

    @LocalServerPort private int port;
    @Autowired private KafkaGate gate;
    @Autowired private Balance balance;

    private final Cluster cluster;

    BrokerOutageIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void answersUnavailableInTimeWhileTheBrokerIsAwayAndRecovers() throws Exception {
        // Given
        await().atMost(PATIENCE).until(gate::isOpen);
        await().atMost(PATIENCE).until(() -> post(1).getStatus().value() == 200);

        // When
        cluster.killBroker();
        var answers = postAllAtOnce(64);
        cluster.restartBroker();

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
                client(PROBE).get().uri("/livez").exchange().expectStatus().isOk();
                probes++;
            }
            return posts.get().stream().map(java.util.concurrent.Future::resultNow).toList();
        }
    }

    private EntityExchangeResult<byte[]> post(int iid) {
        return post(Deliveries.read("issue.json").replace("\"iid\": 23", "\"iid\": " + iid));
    }

    private EntityExchangeResult<byte[]> post(String body) {
        return client(HOOK)
                .post()
                .uri("/webhooks/gitlab")
                .contentType(MediaType.APPLICATION_JSON)
                .header("X-Gitlab-Token", RunningIntake.TOKEN)
                .bodyValue(body)
                .exchange()
                .expectBody()
                .returnResult();
    }

    private WebTestClient client(Duration limit) {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(limit)
                .build();
    }

    private static String item(int iid) {
        return "gitlab.example/14/issue/" + iid;
    }
}
