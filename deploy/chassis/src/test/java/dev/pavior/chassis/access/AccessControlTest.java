package dev.pavior.chassis.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Principal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "pavior.access.file=src/test/resources/access.yaml",
            "management.endpoint.health.probes.enabled=true",
            "management.endpoint.health.probes.add-additional-paths=true"
        })
class AccessControlTest {

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(AccessControl.class)
    static class Application {

        @Bean
        OpenPaths openPaths() {
            return OpenPaths.of("POST /open");
        }

        @Bean
        Doors doors() {
            return new Doors();
        }
    }

    @RestController
    static class Doors {

        @PostMapping("/open")
        String open() {
            return "open";
        }

        @GetMapping("/who")
        String who(Principal principal) {
            return principal.getName();
        }
    }

    @LocalServerPort private int port;

    private WebTestClient client;

    @BeforeEach
    void connect() {
        client = WebTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    @ParameterizedTest
    @CsvSource({"GET,/who", "GET,/open", "GET,/nothing-here", "GET,/actuator/env", "GET,/"})
    void deniesWhatNobodyOpened(String method, String path) {
        // When
        var answer =
                client.method(org.springframework.http.HttpMethod.valueOf(method))
                        .uri(path)
                        .exchange();

        // Then
        answer.expectStatus().isUnauthorized();
        answer.expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @ParameterizedTest
    @CsvSource({"POST,/open", "GET,/livez", "GET,/readyz"})
    void letsInWhatIsOpen(String method, String path) {
        // When
        var answer =
                client.method(org.springframework.http.HttpMethod.valueOf(method))
                        .uri(path)
                        .exchange();

        // Then
        answer.expectStatus().isOk();
    }

    @Test
    void knowsWhoBearsTheToken() {
        // When
        var answer =
                client.get().uri("/who").header("Authorization", "Bearer the-token").exchange();

        // Then
        answer.expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(who -> assertThat(who).contains("ada"));
    }

    @ParameterizedTest
    @CsvSource({"Bearer wrong", "Bearer", "Basic the-token", "the-token"})
    void refusesAnythingElse(String header) {
        // When
        var answer = client.get().uri("/who").header("Authorization", header).exchange();

        // Then
        answer.expectStatus().isUnauthorized();
    }
}
