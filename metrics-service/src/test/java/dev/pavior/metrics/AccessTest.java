package dev.pavior.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.local.process.Ports;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Who is let in, while the broker is away: that is no one's business here. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "pavior.access.file=src/test/resources/access.yaml",
            "management.server.port=0"
        })
@DirtiesContext
class AccessTest {

    private static final String TOKEN = "reader-token-of-the-tests";

    @TempDir private static Path state;

    @LocalServerPort private int port;

    @Autowired private RequestMappingHandlerMapping mappings;

    private WebTestClient client;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("pavior.kafka.bootstrap", () -> "127.0.0.1:" + Ports.free());
        registry.add("pavior.kafka.state-dir", state::toString);
        registry.add("pavior.metrics.charter-dir", TestCharter::folder);
    }

    @BeforeEach
    void connect() {
        client =
                WebTestClient.bindToServer()
                        .baseUrl("http://127.0.0.1:" + port)
                        .responseTimeout(Duration.ofSeconds(30))
                        .build();
    }

    @Test
    void deniesEveryMappingWithoutAToken() {
        // Given
        var open = List.of("GET /login", "POST /login");
        var requests =
                mappings.getHandlerMethods().keySet().stream()
                        .flatMap(
                                mapping ->
                                        mapping.getPatternsCondition().getPatterns().stream()
                                                .flatMap(
                                                        path ->
                                                                mapping
                                                                        .getMethodsCondition()
                                                                        .getMethods()
                                                                        .stream()
                                                                        .map(m -> m + " " + path)))
                        .filter(Predicate.not(open::contains))
                        .toList();

        // When
        var statuses = requests.stream().map(this::statusWithoutToken).toList();

        // Then
        assertThat(requests)
                .contains(
                        "GET /v1/kpis", "GET /v1/kpis/{id}", "GET /v1/kpis/stream", "POST /logout");
        assertThat(statuses).containsOnly(HttpStatus.UNAUTHORIZED.value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/index.html",
                "/dashboard.js",
                "/webjars/echarts/echarts.esm.min.js",
                "/actuator",
                "/v1/kpis",
                "/nothing-here"
            })
    void deniesPagesWithoutAToken(String path) {
        // When
        var answer = client.get().uri(path).exchange();

        // Then
        answer.expectStatus().isUnauthorized();
    }

    @Test
    void leadsPeopleToTheForm() {
        // When
        var answer = client.get().uri("/").accept(MediaType.TEXT_HTML).exchange();

        // Then
        answer.expectStatus().isSeeOther().expectHeader().location("/login");
    }

    @Test
    void takesTheTokenForACookieThatScriptsCannotReadAndOtherSitesCannotSend() {
        // When
        var answer = logIn(TOKEN);

        // Then
        answer.expectStatus().isSeeOther().expectHeader().location("/");
        answer.expectCookie().httpOnly("pavior-token", true);
        answer.expectCookie().sameSite("pavior-token", "Strict");
        client.get()
                .uri("/dashboard.js")
                .cookie("pavior-token", TOKEN)
                .exchange()
                .expectStatus()
                .isOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "", " ", "a;b", "é", "\"x\""})
    void refusesATokenThatNobodyHas(String token) {
        // When
        var answer = logIn(token);

        // Then
        answer.expectStatus().isForbidden();
        answer.expectCookie().doesNotExist("pavior-token");
        answer.expectBody(String.class)
                .value(page -> assertThat(page).contains("No one is known by this token."));
    }

    @Test
    void letsTheBearerOfAnOutdatedCookieLogInAgain() {
        // When
        var answer = client.get().uri("/login").cookie("pavior-token", "withdrawn").exchange();

        // Then
        answer.expectStatus().isOk();
    }

    @Test
    void logsOutByEmptyingTheCookie() {
        // When
        var answer = client.post().uri("/logout").cookie("pavior-token", TOKEN).exchange();

        // Then
        answer.expectStatus().isSeeOther().expectHeader().location("/login");
        answer.expectCookie().maxAge("pavior-token", Duration.ZERO);
    }

    @Test
    void forbidsPagesToLoadAnythingFromElsewhere() {
        // When
        var answer = get("/");

        // Then
        answer.expectHeader()
                .value(
                        "Content-Security-Policy",
                        policy ->
                                assertThat(policy)
                                        .startsWith("default-src 'none';")
                                        .doesNotContain("unsafe"));
    }

    @Test
    void isAliveButNotReadyAndSaysSoUntilTheNumbersAreReadBack() {
        // When
        var answer = get("/v1/kpis");

        // Then
        answer.expectStatus()
                .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
                .expectHeader()
                .valueEquals("Retry-After", "2")
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        client.get().uri("/livez").exchange().expectStatus().isOk();
        client.get()
                .uri("/readyz")
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    }

    private WebTestClient.ResponseSpec get(String path) {
        return client.get().uri(path).header("Authorization", "Bearer " + TOKEN).exchange();
    }

    private WebTestClient.ResponseSpec logIn(String token) {
        var form = "token=" + URLEncoder.encode(token, UTF_8);
        return client.post()
                .uri("/login")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(form)
                .exchange();
    }

    private int statusWithoutToken(String request) {
        var parts = request.split(" ");
        return client.method(HttpMethod.valueOf(parts[0]))
                .uri(parts[1].replace("{id}", "requirements-delivered"))
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }
}
