package dev.pavior.sandbox.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pavior.sandbox.Receiver;
import dev.pavior.sandbox.RunningSandbox;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Troubles come as they are asked for, and the counts tell that they did. */
class FaultsIT {

    private static final String FAULTS = "/-/sandbox/faults";
    private static final String ISSUES = "/api/v4/projects/1/issues";

    private static Receiver receiver;
    private static RunningSandbox sandbox;

    @BeforeAll
    static void start() throws Exception {
        receiver = new Receiver(0);
        sandbox = RunningSandbox.with(Map.of("pavior.sandbox.hook-url", receiver.url()));
    }

    @AfterAll
    static void stop() {
        sandbox.close();
        receiver.close();
    }

    @AfterEach
    void clear() throws Exception {
        sandbox.ask("DELETE", FAULTS, "");
        sandbox.ask("DELETE", "/-/sandbox/rate-limit", "");
    }

    @Test
    void refusesAShareOfTheCallsWithAndWithoutRetryAfter() throws Exception {
        // Given
        sandbox.ask("PUT", FAULTS, "seed=7&too_many=0.5");

        // When
        var refused = 0;
        for (int i = 0; i < 60; i++) {
            var answer = get(ISSUES);
            if (answer.statusCode() == 429) {
                refused++;
                assertThat(answer.body()).isEqualTo("Retry later\n");
                assertThat(answer.headers().firstValue("Retry-After").orElse(""))
                        .isIn("1", "", "soon");
            }
        }

        // Then
        assertThat(refused).isBetween(15, 45);
        assertThat(count("too_many")).isEqualTo(refused);
        assertThat(
                        count("too_many_retry_after_right")
                                + count("too_many_retry_after_none")
                                + count("too_many_retry_after_wrong"))
                .isEqualTo(refused);
    }

    @Test
    void breaksOnlyThePathsThatFit() throws Exception {
        // Given
        sandbox.ask("PUT", FAULTS, "paths=/labels$&server_error=1");

        // When
        var broken = get("/api/v4/projects/1/labels");
        var whole = get(ISSUES);

        // Then
        assertThat(broken.statusCode()).isEqualTo(502);
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(count("server_error")).isEqualTo(1);
    }

    @Test
    void cutsConnections() throws Exception {
        // Given
        sandbox.ask("PUT", FAULTS, "reset=1");

        // When
        // Then
        assertThatThrownBy(() -> get(ISSUES)).isInstanceOf(IOException.class);
        assertThat(count("reset")).isPositive();
    }

    @Test
    void losesAndDoublesDeliveriesAsCounted() throws Exception {
        // Given
        sandbox.ask("PUT", FAULTS, "seed=3&hook_drop=0.3&hook_duplicate=0.3");
        int before = receiver.received().size();

        // When
        for (int i = 0; i < 50; i++) {
            sandbox.ask("POST", ISSUES, "title=Maybe " + i);
        }

        // Then
        long expected = 50 - count("hook_drop") + count("hook_duplicate");
        assertThat(count("hook_drop")).isPositive();
        assertThat(count("hook_duplicate")).isPositive();
        await().untilAsserted(
                        () -> assertThat(receiver.received()).hasSize((int) expected + before));
        var keys =
                receiver.received().stream()
                        .collect(
                                Collectors.groupingBy(
                                        hook -> hook.header("Idempotency-Key"),
                                        Collectors.counting()));
        assertThat(keys.values()).contains(2L);
    }

    @Test
    void letsDeliveriesBeOvertaken() throws Exception {
        // Given
        sandbox.ask("PUT", FAULTS, "seed=5&hook_reorder=0.5&hook_delay_ms=200");
        String iid = sandbox.ask("POST", ISSUES, "title=Shuffled").get("iid").asString();

        // When
        for (int weight = 1; weight <= 20; weight++) {
            sandbox.ask("PUT", ISSUES + "/" + iid, "weight=" + weight);
        }

        // Then
        await().untilAsserted(() -> assertThat(weights()).hasSize(21));
        assertThat(weights()).isNotEqualTo(weights().stream().sorted().toList());
        assertThat(count("hook_reorder")).isPositive();
    }

    @Test
    void tellsHowATokenStandsAndRefusesBeyond() throws Exception {
        // Given
        sandbox.ask("PUT", "/-/sandbox/rate-limit", "calls=3&period_seconds=3600");

        // When
        var answers = List.of(get(ISSUES), get(ISSUES), get(ISSUES), get(ISSUES));

        // Then
        assertThat(answers)
                .extracting(HttpResponse::statusCode)
                .containsExactly(200, 200, 200, 429);
        assertThat(header(answers.get(0), "RateLimit-Limit")).isEqualTo("3");
        assertThat(header(answers.get(0), "RateLimit-Remaining")).isEqualTo("2");
        assertThat(header(answers.get(3), "RateLimit-Observed")).isEqualTo("4");
        assertThat(Long.parseLong(header(answers.get(3), "Retry-After"))).isPositive();
        assertThat(header(answers.get(3), "RateLimit-ResetTime")).endsWith("GMT");
        assertThat(sandbox.ask("GET", "/-/sandbox/rate-limit", "").get("refused").asInt())
                .isEqualTo(1);
    }

    private static List<Integer> weights() {
        return receiver.received().stream()
                .map(hook -> hook.body().get("object_attributes"))
                .filter(issue -> issue.get("title").asString().equals("Shuffled"))
                .map(issue -> issue.get("weight").asInt(0))
                .toList();
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return sandbox.send("GET", path, RunningSandbox.READ, "");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }

    private static long count(String what) throws Exception {
        JsonNode counts = sandbox.ask("GET", FAULTS, "").get("counts");
        return counts.path(what).asLong(0);
    }
}
