package dev.pavior.metrics;

import static dev.pavior.metrics.WorkItems.CANDIDATE;
import static dev.pavior.metrics.WorkItems.PENDING;
import static dev.pavior.metrics.WorkItems.REQUIREMENT;
import static dev.pavior.metrics.WorkItems.closed;
import static dev.pavior.metrics.WorkItems.merged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pavior.contract.Topics;
import dev.pavior.testkit.Cluster;
import dev.pavior.testkit.ConfluentDecoder;
import dev.pavior.testkit.RealKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

@RealKafka
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "pavior.access.file=src/test/resources/access.yaml",
            "management.server.port=0"
        })
@DirtiesContext
class MetricsServiceIT {

    private static final String TOKEN = "reader-token-of-the-tests";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir private static Path state;

    @LocalServerPort private int port;

    private WebTestClient client;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("pavior.kafka.state-dir", state::toString);
        registry.add("pavior.metrics.charter-dir", TestCharter::folder);
    }

    @BeforeEach
    void connect() {
        client =
                WebTestClient.bindToServer()
                        .baseUrl("http://127.0.0.1:" + port)
                        .responseTimeout(PATIENCE)
                        .build();
        await().atMost(PATIENCE)
                .untilAsserted(() -> client.get().uri("/readyz").exchange().expectStatus().isOk());
    }

    @Test
    void countsDuplicatesOnceAndRestatesTheOldMonthForALateLabel(Cluster cluster) {
        // Given
        var late = merged(1, 2, "2026-03-31T23:59:59Z", CANDIDATE, REQUIREMENT).build();
        try (var feed = new Feed(cluster)) {
            feed.publish(
                    merged(1, 1, "2026-03-31T23:59:59Z", CANDIDATE).build(),
                    merged(2, 1, "2026-04-01T00:00:00Z", REQUIREMENT).build(),
                    closed(3, 1, "2026-04-02T00:00:00Z", PENDING).build());
            awaitValue("metric-label-coverage", "2026-04", "without-pending", 50.0);

            // When
            feed.publish(late, late, merged(1, 1, "2026-03-31T23:59:59Z", CANDIDATE).build());

            // Then
            awaitValue("requirements-delivered", "2026-03", "all", 1);
            assertThat(value("metric-label-coverage", "2026-03", "all")).isEqualTo(100.0);
            assertThat(value("requirements-delivered", "2026-04", "all")).isEqualTo(1);
            assertThat(value("metric-label-coverage", "2026-04", "all")).isEqualTo(100.0);
            assertThat(value("metric-label-coverage", "2026-05", "all")).isNull();
        }
    }

    @Test
    void publishesScorecardsThatAnyClientCanRead(Cluster cluster) {
        // Given
        try (var feed = new Feed(cluster);
                var consumer = scorecards(cluster)) {
            // When
            feed.publish(merged(40, 1, "2025-08-05T00:00:00Z", REQUIREMENT).build());

            // Then
            var decoder = new ConfluentDecoder(cluster.registryUrl());
            await().atMost(PATIENCE)
                    .until(
                            () -> consumer.poll(Duration.ofMillis(200)),
                            records -> {
                                for (var record : records) {
                                    var card = decoder.decode(record.value());
                                    if (record.key().equals("requirements-delivered/2025-08/all")) {
                                        assertThat(card.get("numerator")).isEqualTo(1L);
                                        assertThat(record.headers().lastHeader("ce_id"))
                                                .isNotNull();
                                        return true;
                                    }
                                }
                                return false;
                            });
        }
    }

    @Test
    void pushesAChangeAsItLands(Cluster cluster) {
        // Given
        var events =
                client.get()
                        .uri("/v1/kpis/stream")
                        .header("Authorization", "Bearer " + TOKEN)
                        .exchange()
                        .returnResult(
                                new ParameterizedTypeReference<
                                        ServerSentEvent<Map<String, Object>>>() {})
                        .getResponseBody();
        try (var feed = new Feed(cluster)) {
            var landed = merged(60, 1, "2025-07-05T00:00:00Z", REQUIREMENT).build();

            // When: published once the stream lives, told by its first heartbeat
            var told =
                    events.doOnNext(
                                    event -> {
                                        if ("alive".equals(event.comment())) {
                                            feed.publish(landed);
                                        }
                                    })
                            .filter(event -> "changed".equals(event.event()))
                            .filter(
                                    event ->
                                            event.data()
                                                    .get("kpi")
                                                    .equals("requirements-delivered"))
                            .blockFirst(PATIENCE);

            // Then
            assertThat(told.data().get("point"))
                    .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                    .containsEntry("month", "2025-07")
                    .containsEntry("value", 1);
        }
    }

    @Test
    void listsEveryKpiWithItsDefinition() {
        // When
        var answer = get("/v1/kpis");

        // Then
        answer.expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.team")
                .isEqualTo("Product Security Engineering")
                .jsonPath("$.kpis[*].kpi.id")
                .value(
                        ids ->
                                assertThat(ids)
                                        .isEqualTo(
                                                List.of(
                                                        "requirements-delivered",
                                                        "metric-label-coverage")))
                .jsonPath("$.kpis[0].current.running")
                .isEqualTo(true);
    }

    @Test
    void givesTheLastTwelveMonthsUnlessAsked() {
        // When
        var answer = get("/v1/kpis/requirements-delivered");

        // Then
        answer.expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.points.length()")
                .isEqualTo(12)
                .jsonPath("$.points[11].running")
                .isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/kpis/unheard-of,                                          404",
        "/v1/kpis/requirements-delivered?from=yesterday,               400",
        "/v1/kpis/requirements-delivered?from=2026-13,                 400",
        "/v1/kpis/requirements-delivered?to=2026-1,                    400",
        "/v1/kpis/requirements-delivered?from=2026-05&to=2026-04,      400",
        "/v1/kpis/requirements-delivered?from=1990-01&to=2026-04,      400",
    })
    void saysWhatIsWrongAsAProblem(String path, int status) {
        // When
        var answer = get(path);

        // Then
        answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.detail")
                .isNotEmpty();
    }

    private WebTestClient.ResponseSpec get(String path) {
        return client.get().uri(path).header("Authorization", "Bearer " + TOKEN).exchange();
    }

    private void awaitValue(String kpi, String month, String slice, Number value) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(value(kpi, month, slice)).isEqualTo(value));
    }

    private Object value(String kpi, String month, String slice) {
        var series =
                get("/v1/kpis/%s?from=%s&to=%s".formatted(kpi, month, month))
                        .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                        .returnResult()
                        .getResponseBody();
        return ((List<?>) series.get("points"))
                .stream()
                        .map(point -> (Map<?, ?>) point)
                        .filter(point -> point.get("slice").equals(slice))
                        .findFirst()
                        .orElseThrow()
                        .get("value");
    }

    private static KafkaConsumer<String, byte[]> scorecards(Cluster cluster) {
        var consumer =
                new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrap(),
                                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        consumer.assign(List.of(new TopicPartition(Topics.SCORECARDS.name(), 0)));
        return consumer;
    }
}
