package dev.pavior.handoff.web;

import static dev.pavior.handoff.Wire.AUTHENTICATION;
import static dev.pavior.handoff.Wire.hour;
import static dev.pavior.handoff.Wire.key;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.chassis.access.AccessControl;
import dev.pavior.contract.v1.Handoff;
import dev.pavior.contract.v1.HandoffState;
import dev.pavior.handoff.domain.Charter;
import dev.pavior.handoff.domain.Ownership;
import dev.pavior.handoff.topology.PublishedHandoffs;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.util.UriComponentsBuilder;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "management.endpoint.health.validate-group-membership=false",
            "pavior.access.file=src/test/resources/access.yaml"
        })
class HandoffControllerTest {

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import({AccessControl.class, HandoffController.class})
    static class Application {

        @Bean
        TreeTable table() {
            return new TreeTable();
        }

        @Bean
        PublishedHandoffs handoffs(TreeTable table) {
            return new PublishedHandoffs(table::open);
        }

        @Bean
        Ownership ownership() {
            return Charter.OWNERSHIP;
        }
    }

    private static final long CONFIDENTIAL = 3;
    private static final long UNOWNED = 4;
    private static final long WITHDRAWN = 5;

    @LocalServerPort private int port;

    private final TreeTable table;
    private WebTestClient client;

    HandoffControllerTest(@Autowired TreeTable table) {
        this.table = table;
    }

    @BeforeEach
    void fill() {
        client = WebTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
        table.setAway(false);
        table.put(handoff(1).build());
        table.put(handoff(2).build());
        table.put(handoff(CONFIDENTIAL).setConfidential(true).build());
        table.put(handoff(UNOWNED).setTeam(null).setReason("Nobody is pinged.").build());
        table.put(handoff(WITHDRAWN).setState(HandoffState.WITHDRAWN).build());
    }

    @Test
    void showsAHandoffWithThePeopleOfItsOwner() {
        // When
        var answer = get("reader", "/v1/handoffs/" + key(1));

        // Then
        answer.expectStatus()
                .isOk()
                .expectBody()
                .json(
                        """
                        {
                          "id": "gitlab.example/7/issue/1",
                          "item": "gitlab.example/7/issue/1",
                          "state": "proposed",
                          "since": "2026-10-01T01:00:00Z",
                          "groupLabels": ["group::authentication"],
                          "team": "Authentication",
                          "people": {"productManager": "mira", "engineeringManager": "jonas"},
                          "reason": "Complete; Authentication owns group::authentication.",
                          "confidential": false,
                          "revision": 1
                        }
                        """,
                        JsonCompareMode.STRICT);
    }

    @Test
    void showsNobodyWhereTheOwnerIsUnknown() {
        // When
        var answer = get("reader", "/v1/handoffs/" + key(UNOWNED));

        // Then
        answer.expectBody()
                .jsonPath("$.team")
                .isEmpty()
                .jsonPath("$.people")
                .isEmpty()
                .jsonPath("$.reason")
                .isEqualTo("Nobody is pinged.");
    }

    @Test
    void showsAConfidentialHandoffToAReaderByItsKeyAlone() {
        // When
        var answer = get("reader", "/v1/handoffs/" + key(CONFIDENTIAL));

        // Then
        answer.expectStatus()
                .isOk()
                .expectBody()
                .json(
                        """
                        {
                          "id": "gitlab.example/7/issue/3",
                          "item": "gitlab.example/7/issue/3",
                          "confidential": true
                        }
                        """,
                        JsonCompareMode.STRICT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"confidential", "operator"})
    void showsAConfidentialHandoffToThoseWhoMaySeeIt(String role) {
        // When
        var answer = get(role, "/v1/handoffs/" + key(CONFIDENTIAL));

        // Then
        answer.expectBody().jsonPath("$.team").isEqualTo("Authentication");
    }

    @ParameterizedTest
    @CsvSource({
        "reader, '', 1 2 3 4 5",
        "reader, state=withdrawn, 5",
        "reader, state=proposed, 1 2 4",
        "confidential, state=proposed, 1 2 3 4",
        // To filter by what a reader may not see tells nothing of it.
        "reader, team=Authentication, 1 2 5",
        "operator, team=Authentication, 1 2 3 5",
        "reader, team=Nobody, ''",
        "reader, item=gitlab.example/7/issue/3, 3",
        "reader, item=gitlab.example/7/issue/3&state=proposed, ''",
        "operator, item=gitlab.example/7/issue/3&state=proposed, 3"
    })
    void filters(String role, String query, String iids) {
        // When
        var found = items(role, query);

        // Then
        assertThat(found)
                .containsExactlyElementsOf(
                        Stream.of(iids.split(" "))
                                .filter(iid -> !iid.isEmpty())
                                .map(iid -> key(Long.parseLong(iid)))
                                .toList());
    }

    @Test
    void pagesThroughAll() {
        // Given
        var first = page("limit=2");
        var second = page("limit=2&cursor=" + first.next());

        // When
        var third = page("limit=2&cursor=" + second.next());

        // Then
        assertThat(
                        Stream.of(first, second, third)
                                .flatMap(page -> page.handoffs().stream().map(Key::item)))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 5).mapToObj(k -> key(k)).toList());
        assertThat(third.next()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "state=accepted, state",
        "state=, state",
        "state=proposed&state=withdrawn, state",
        "limit=0, limit",
        "limit=201, limit",
        "limit=many, limit",
        "item=gitlab.example, item",
        "cursor=%%%, cursor",
        "cursor=Zm9v, cursor",
        "sort=team, sort"
    })
    void namesTheParameterThatItRefuses(String query, String parameter) {
        // When
        var answer = get("reader", "/v1/handoffs?" + query.replace("%", "%25"));

        // Then
        answer.expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.parameter")
                .isEqualTo(parameter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/handoffs/gitlab.example/7/issue/999",
                "/v1/handoffs/gitlab.example/7/issue/x",
                "/v1/handoffs/gitlab.example/7/wish/1",
                "/v1/nothing"
            })
    void saysWhatIsNotThere(String path) {
        // When
        var answer = get("reader", path);

        // Then
        answer.expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void asksToComeBackWhileTheTableIsAway() {
        // Given
        table.setAway(true);

        // When
        var answer = get("reader", "/v1/handoffs");

        // Then
        answer.expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    private record Key(String item) {}

    private record Page(List<Key> handoffs, String next) {}

    private List<String> items(String role, String query) {
        var page = get(role, "/v1/handoffs?" + query).expectBody(Page.class).returnResult();
        return page.getResponseBody().handoffs().stream().map(Key::item).toList();
    }

    private Page page(String query) {
        var result = get("reader", "/v1/handoffs?" + query).expectBody(Page.class).returnResult();
        return result.getResponseBody();
    }

    private ResponseSpec get(String role, String path) {
        return client.get()
                .uri(
                        UriComponentsBuilder.fromUriString("http://127.0.0.1:" + port + path)
                                .build(true)
                                .toUri())
                .header("Authorization", "Bearer " + role + "-token")
                .exchange();
    }

    private static Handoff.Builder handoff(long iid) {
        return Handoff.newBuilder()
                .setId(key(iid))
                .setItem(key(iid))
                .setState(HandoffState.PROPOSED)
                .setSince(hour(1))
                .setGroupLabels(List.of(AUTHENTICATION))
                .setTeam("Authentication")
                .setReason("Complete; Authentication owns group::authentication.")
                .setConfidential(false)
                .setRevision(1)
                .setWorkflowRevision(1);
    }
}
