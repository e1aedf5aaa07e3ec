package dev.pavior.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** The whole service with no broker to be found: who is let in, and what it says of itself. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "pavior.access.file=src/test/resources/access.yaml",
            "pavior.handoff.charter-dir=../deploy/charter",
            "pavior.kafka.state-dir=target/state-authorization",
            // The discard port: nothing listens there.
            "pavior.kafka.bootstrap=127.0.0.1:9",
            "pavior.kafka.registry-url=http://127.0.0.1:9",
            "logging.level.org.apache.kafka=ERROR"
        })
class AuthorizationTest {

    /** Every request the service answers, and what stands for the variables in its path. */
    private static final Set<String> ALL =
            Set.of("GET /v1/handoffs", "GET /v1/handoffs/{host}/{projectId}/{kind}/{iid}");

    @LocalServerPort private int port;

    @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private WebTestClient client;

    @BeforeEach
    void connect() {
        client = WebTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    @Test
    void answersTheseRequestsAndNoOthers() {
        // When
        var mappings = mappings();

        // Then
        assertThat(mappings).isEqualTo(ALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer unknown", "Basic cmVhZGVyOnJlYWRlcg==", "reader-token"})
    void deniesEveryRequestWithoutAKnownToken(String authorization) {
        for (var mapping : mappings()) {
            // When
            var answer = ask(mapping, authorization);

            // Then
            answer.expectStatus()
                    .isUnauthorized()
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"reader", "confidential", "operator"})
    void letsEveryRoleInAndSaysThatTheTableIsAway(String role) {
        for (var mapping : mappings()) {
            // When
            var answer = ask(mapping, "Bearer " + role + "-token");

            // Then
            answer.expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        }
    }

    @Test
    void livesWithoutABroker() {
        client.get().uri("/livez").exchange().expectStatus().isOk();
    }

    @Test
    void isNotReadyWithoutABroker() {
        client.get().uri("/readyz").exchange().expectStatus().isEqualTo(503);
    }

    private Set<String> mappings() {
        var found = new TreeSet<String>();
        requestMappingHandlerMapping
                .getHandlerMethods()
                .forEach(
                        (request, method) ->
                                request.getPatternsCondition()
                                        .getPatterns()
                                        .forEach(
                                                path ->
                                                        request.getMethodsCondition()
                                                                .getMethods()
                                                                .forEach(
                                                                        verb ->
                                                                                found.add(
                                                                                        verb + " "
                                                                                                + path))));
        return found;
    }

    private WebTestClient.ResponseSpec ask(String mapping, String authorization) {
        var words = mapping.split(" ");
        var path =
                words[1].replace("{host}", "gitlab.example")
                        .replace("{projectId}", "7")
                        .replace("{kind}", "issue")
                        .replace("{iid}", "1");
        return client.method(HttpMethod.valueOf(words[0]))
                .uri(path)
                .headers(
                        headers -> {
                            if (!authorization.isEmpty()) {
                                headers.set("Authorization", authorization);
                            }
                        })
                .exchange();
    }
}
