package dev.pavior.intake.gitlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pavior.intake.gitlab.Answer.Forbidden;
import dev.pavior.intake.gitlab.Answer.Found;
import dev.pavior.intake.gitlab.Answer.NotFound;
import dev.pavior.intake.gitlab.Answer.Refused;
import dev.pavior.intake.gitlab.Answer.Rejected;
import dev.pavior.intake.gitlab.Answer.TooLarge;
import dev.pavior.intake.gitlab.Answer.Unavailable;
import dev.pavior.intake.gitlab.ScriptedGitLab.Line;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class GitLabTest {

    private static final ApiPath ISSUE = ApiPath.of("/projects/{}/issues/{}", 3L, 7L);

    private final ScriptedGitLab server = new ScriptedGitLab();

    @AfterEach
    void close() {
        server.close();
    }

    private GitLab client(String tokenFile, Duration patience) {
        var source =
                new GitLabSource(
                        "test",
                        server.url() + "/",
                        "",
                        "the-token",
                        tokenFile,
                        List.of(),
                        List.of(),
                        0.5,
                        60_000,
                        Duration.ofSeconds(2),
                        Duration.ofMillis(400),
                        patience,
                        DataSize.ofKilobytes(64));
        return new GitLab(source, new SimpleMeterRegistry(), Clock.systemUTC());
    }

    private GitLab client() {
        return client("", Duration.ofSeconds(4));
    }

    @Test
    void findsWhatIsThere() {
        // Given
        server.says(200, "{\"iid\":7}");

        // When
        var answer = client().get(ISSUE);

        // Then
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Found.class, f -> assertThat(f.value()).hasToString("{\"iid\":7}"));
        assertThat(server.requests()).containsExactly("GET /api/v4/projects/3/issues/7");
        assertThat(server.tokens()).containsExactly("the-token");
    }

    @Test
    void tellsMissingForbiddenAndWrongApart() {
        // Given
        server.says(404, "{}").says(403, "{}").says(400, "{\"error\":\"x\"}");
        var client = client();

        // When
        var answers = List.of(client.get(ISSUE), client.get(ISSUE), client.get(ISSUE));

        // Then
        assertThat(answers).map(Answer::word).containsExactly("not-found", "forbidden", "rejected");
        assertThat(answers.get(0)).isInstanceOf(NotFound.class);
        assertThat(answers.get(1)).isInstanceOf(Forbidden.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "1", "-3", "soon", "Wed, 21 Oct 2015 07:28:00 GMT", "1.5"})
    void asksAgainAfterTooMuch(String retryAfter) {
        // Given
        server.says(429, Map.of("Retry-After", retryAfter), "Retry later").says(200, "{}");
        var client = client();

        // When
        var answer = client.get(ISSUE);

        // Then
        assertThat(answer).isInstanceOf(Found.class);
        assertThat(client.budget().use().throttled()).isEqualTo(1);
    }

    @Test
    void doesNotWaitForLongerThanItsPatience() {
        // Given
        server.says(429, Map.of("Retry-After", "900"), "Retry later");
        var client = client();

        // When
        var answers = List.of(client.get(ISSUE), client.get(ISSUE));

        // Then
        assertThat(answers)
                .allSatisfy(
                        answer ->
                                assertThat(answer)
                                        .isInstanceOfSatisfying(
                                                Unavailable.class,
                                                u ->
                                                        assertThat(u.retryAfter())
                                                                .isGreaterThan(
                                                                        Duration.ofMinutes(14))));
        assertThat(server.requests()).as("left alone").hasSize(1);
    }

    @Test
    void outlastsErrorsSlownessAndPagesThatAreNoJson() {
        // Given
        server.says(502, "<html>")
                .says(200, "<html>a proxy</html>")
                .says(new Line(200, Map.of(), "{}", 1_000))
                .says(200, "{\"iid\":7}");

        // When
        var answer = client("", Duration.ofSeconds(20)).get(ISSUE);

        // Then
        assertThat(answer).isInstanceOf(Found.class);
        assertThat(server.requests()).hasSize(4);
    }

    @Test
    void stopsAtARefusedTokenUntilItsFileHasANewOne(@TempDir Path folder) throws Exception {
        // Given
        var file = Files.writeString(folder.resolve("token"), "old\n");
        server.says(401, "{}").says(200, "{}");
        var client = client(file.toString(), Duration.ofSeconds(4));

        // When
        var first = client.get(ISSUE);
        var second = client.get(ISSUE);
        Files.writeString(file, "new\n");
        var third = client.get(ISSUE);

        // Then
        assertThat(List.of(first, second)).allMatch(Refused.class::isInstance);
        assertThat(third).isInstanceOf(Found.class);
        assertThat(server.tokens()).containsExactly("old", "new");
    }

    @Test
    void followsAMovedProjectButNoOtherHost() {
        // Given
        server.says(301, Map.of("Location", "/api/v4/projects/9/issues/7"), "")
                .says(200, "{}")
                .says(302, Map.of("Location", "http://elsewhere.example/api/v4/x"), "");
        var client = client("", Duration.ofMillis(100));

        // When
        var moved = client.get(ISSUE);
        var lured = client.get(ISSUE);

        // Then
        assertThat(moved).isInstanceOf(Found.class);
        assertThat(lured).isInstanceOf(Unavailable.class);
        assertThat(server.requests())
                .contains("GET /api/v4/projects/9/issues/7")
                .noneMatch(request -> request.contains("/api/v4/x"));
    }

    @Test
    void readsNoMoreThanItsLimit() {
        // Given
        server.says(200, "[\"" + "x".repeat(70_000) + "\"]");

        // When
        var answer = client().page(ISSUE);

        // Then
        assertThat(answer).isInstanceOf(TooLarge.class);
        assertThat(server.requests()).as("asking again would not help").hasSize(1);
    }

    @Test
    void followsTheLinkAtItsOwnAddress() {
        // Given
        var link =
                "<http://other.example/api/v4/projects/3/issues?id_after=5&per_page=2>; rel=\"next\""
                        + ", <http://other.example/api/v4/projects/3/issues>; rel=\"first\"";
        server.says(200, Map.of("Link", link, "X-Total", "41"), "[{},{}]").says(200, "[]");
        var client = client();

        // When
        var page = ((Found<Page>) client.page(ApiPath.of("/projects/{}/issues", 3L))).value();
        var last = ((Found<Page>) client.page(page.next())).value();

        // Then
        assertThat(page.rows()).hasSize(2);
        assertThat(page.total()).hasValue(41);
        assertThat(last.next()).isNull();
        assertThat(server.requests())
                .contains("GET /api/v4/projects/3/issues?id_after=5&per_page=2");
    }

    @Test
    void learnsItsShareOfTheLimit() {
        // Given
        server.says(200, Map.of("RateLimit-Limit", "2000", "RateLimit-Remaining", "1900"), "{}");
        var client = client();

        // When
        client.get(ISSUE);

        // Then
        assertThat(client.budget().use().limitPerMinute()).isEqualTo(2000);
        assertThat(client.budget().use().usedPerMinute()).isEqualTo(1);
    }

    @Test
    void asksQueriesAndNothingThatWrites() {
        // Given
        server.says(200, "{\"data\":{\"currentUser\":null}}")
                .says(200, "{\"errors\":[{\"message\":\"no such field\"}]}");
        var client = client();
        var query = new Query("query { currentUser { username } }", Map.of());

        // When
        var good = client.ask(query);
        var bad = client.ask(query);

        // Then
        assertThat(good).isInstanceOf(Found.class);
        assertThat(bad)
                .isInstanceOfSatisfying(
                        Rejected.class, r -> assertThat(r.reason()).isEqualTo("no such field"));
        assertThat(server.requests()).containsOnly("POST /api/graphql");
        assertThatThrownBy(() -> new Query("mutation { x }", Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Query("query A { x } mutation B { y }", Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
