package dev.pavior.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.intake.IntakeSettings;
import dev.pavior.intake.RunningIntake;
import dev.pavior.intake.publish.Publisher;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.result.method.RequestMappingInfoHandlerMapping;

/** The service starts, is careful and tells the truth with no broker and no registry there. */
@RunningIntake
@TestPropertySource(
        properties = {
            "pavior.kafka.bootstrap=127.0.0.1:1",
            "pavior.kafka.registry-url=http://127.0.0.1:1",
            "PAVIOR_INTAKE_BODY_TIMEOUT=1s"
        })
class NoBrokerTest {

    /** What must not need a token; all else is denied. */
    private static final Set<String> OPEN = Set.of("POST /webhooks/gitlab");

    @LocalServerPort private int port;
    @Autowired private ApplicationContext context;
    @Autowired private Balance balance;
    @Autowired private IntakeSettings settings;

    private WebTestClient client;

    @BeforeEach
    void connect() {
        client =
                WebTestClient.bindToServer()
                        .baseUrl("http://127.0.0.1:" + port)
                        .responseTimeout(Duration.ofSeconds(5))
                        .build();
    }

    @Test
    void deniesEveryMappingThatIsNotOpen() {
        // Given
        var mappings = mappings();

        // When
        var admitted =
                mappings.stream()
                        .filter(mapping -> statusOf(mapping) != 401 || isHook(mapping))
                        .collect(Collectors.toSet());

        // Then
        assertThat(mappings)
                .contains("POST /webhooks/gitlab", "GET /v1/balance")
                .contains("POST /v1/requests", "GET /v1/requests/{id}")
                .contains("GET /v1/requests/templates", "GET /v1/requests/templates/{kind}");
        assertThat(admitted).isEqualTo(OPEN);
    }

    @Test
    void showsTheBalanceToAReader() {
        // When
        var answer =
                client.get()
                        .uri("/v1/balance")
                        .headers(headers -> headers.setBearerAuth(RunningIntake.READER))
                        .exchange();

        // Then
        answer.expectStatus().isOk().expectBody().jsonPath("$.received").isNumber();
    }

    @Test
    void answersAnObservationUnavailable() {
        // When
        var answer = post(Deliveries.read("issue.json"));

        // Then
        answer.expectStatus().isEqualTo(503).expectHeader().exists(HttpHeaders.RETRY_AFTER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "key-1"})
    void answersARequestForWorkUnavailable(String key) {
        // Given
        var body =
                """
                {"kind": "cross_functional", "title": "t", "area": "documentation",
                 "emergency": true,
                 "fields": {"team": "SIRT", "need": "n", "use_case": "u", "impact": "i"}}
                """;

        // When
        var answer =
                client.post()
                        .uri("/v1/requests")
                        .contentType(MediaType.APPLICATION_JSON)
                        .headers(headers -> headers.setBearerAuth(RunningIntake.READER))
                        .headers(
                                headers ->
                                        Stream.of(key)
                                                .filter(k -> !k.isEmpty())
                                                .forEach(k -> headers.set("Idempotency-Key", k)))
                        .bodyValue(body)
                        .exchange();

        // Then
        answer.expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists(HttpHeaders.RETRY_AFTER)
                .expectBody()
                .jsonPath("$.emergency")
                .exists();
        askFor("/v1/requests/1").expectStatus().isEqualTo(503);
        askFor("/v1/requests/templates/risk").expectStatus().isOk();
    }

    private WebTestClient.ResponseSpec askFor(String path) {
        return client.get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(RunningIntake.READER))
                .exchange();
    }

    @Test
    void answersEvenWhatItIgnoresUnavailableSinceThatCouldNotBeCounted() {
        // When
        var answer = post("{\"object_kind\":\"push\"}");

        // Then
        answer.expectStatus().isEqualTo(503);
        assertThat(balance.sheet().ended()).isEqualTo(balance.sheet().received());
    }

    @Test
    void gitLabIsAnsweredOnlyAfterTheFateOfARecordIsKnown() {
        // Given
        var publish = settings.publish();

        // When
        var longest = publish.maxBlock().plus(publish.deliveryTimeout());

        // Then
        assertThat(longest).isLessThan(settings.webhook().answerWithin());
        assertThat(settings.webhook().answerWithin()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void keepsReadingsProducerApartFromTheHooks() {
        // Given
        var forHooks = context.getBean(Publisher.class);

        // When
        var forReading = context.getBean("readingPublisher", Publisher.class);

        // Then
        assertThat(forReading).isNotSameAs(forHooks);
    }

    @Test
    void isAliveButNotReady() {
        // When
        var live = client.get().uri("/livez").exchange();
        var ready = client.get().uri("/readyz").exchange();

        // Then
        live.expectStatus().isOk();
        ready.expectStatus().isEqualTo(503);
    }

    @Test
    void givesUpOnABodyThatDoesNotCome() throws Exception {
        // Given
        try (var socket = new java.net.Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            var head =
                    "POST /webhooks/gitlab HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n"
                            + "X-Gitlab-Token: "
                            + RunningIntake.TOKEN
                            + "\r\n\r\nslow";

            // When
            socket.getOutputStream().write(head.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            var status = new java.util.Scanner(socket.getInputStream()).nextLine();

            // Then
            assertThat(status).contains("408");
        }
        assertThat(balance.sheet().ended()).isEqualTo(balance.sheet().received());
    }

    private WebTestClient.ResponseSpec post(String body) {
        return client.post()
                .uri("/webhooks/gitlab")
                .contentType(MediaType.APPLICATION_JSON)
                .header("X-Gitlab-Token", RunningIntake.TOKEN)
                .bodyValue(body)
                .exchange();
    }

    /** The hook's door is open, and guarded by the hook's own secret. */
    private static boolean isHook(String mapping) {
        return mapping.equals("POST /webhooks/gitlab");
    }

    private int statusOf(String mapping) {
        var words = mapping.split(" ");
        return client.method(HttpMethod.valueOf(words[0]))
                .uri(words[1].replaceAll("[{].*?[}]", "1"))
                .exchange()
                .returnResult(byte[].class)
                .getStatus()
                .value();
    }

    private Set<String> mappings() {
        return context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(
                        info ->
                                info.getPatternsCondition().getPatterns().stream()
                                        .flatMap(
                                                path ->
                                                        methods(
                                                                        info.getMethodsCondition()
                                                                                .getMethods())
                                                                .stream()
                                                                .map(m -> m + " " + path)))
                .filter(mapping -> !mapping.endsWith(" /livez") && !mapping.endsWith(" /readyz"))
                .collect(Collectors.toSet());
    }

    private static Set<String> methods(
            Set<org.springframework.web.bind.annotation.RequestMethod> declared) {
        return declared.isEmpty()
                ? Set.of("GET", "POST", "PUT", "DELETE", "PATCH")
                : declared.stream().map(Enum::name).collect(Collectors.toSet());
    }
}
