package dev.pavior.intake.gitlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pavior.intake.gitlab.Answer.Found;
import dev.pavior.intake.gitlab.Answer.Refused;
import dev.pavior.intake.gitlab.Answer.Unavailable;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class GitLabHooksTest {

    private static final Container PROJECT = Container.project(3L);

    private final ScriptedGitLab server = new ScriptedGitLab();
    private GitLab reader;
    private GitLabHooks hooks;

    @BeforeEach
    void connect() {
        var source =
                new GitLabSource(
                        "test",
                        server.url(),
                        "",
                        "the-read-token",
                        "",
                        List.of(),
                        List.of(),
                        0.5,
                        60_000,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(4),
                        DataSize.ofKilobytes(64));
        var metrics = new SimpleMeterRegistry();
        reader = new GitLab(source, metrics, Clock.systemUTC());
        hooks =
                new GitLabHooks(
                        source.with("the-hooks-token", ""),
                        reader.budget(),
                        metrics,
                        Clock.systemUTC());
    }

    @AfterEach
    void close() {
        hooks.close();
        reader.close();
        server.close();
    }

    @Test
    void asksForHooksAloneWithATokenOfItsOwn() {
        // Given
        server.says(200, "[]").says(201, "{\"id\":9}");

        // When
        hooks.all(PROJECT);
        hooks.create(Container.group("a/b"), Map.of("url", "https://pavior.example"));
        hooks.change(PROJECT, 9, Map.of("issues_events", true));
        hooks.test(PROJECT, 9, "issues_events");
        hooks.resend(PROJECT, 9, 77);

        // Then
        assertThat(server.requests())
                .containsExactly(
                        "GET /api/v4/projects/3/hooks?per_page=100",
                        "POST /api/v4/groups/a%2Fb/hooks",
                        "PUT /api/v4/projects/3/hooks/9",
                        "POST /api/v4/projects/3/hooks/9/test/issues_events",
                        "POST /api/v4/projects/3/hooks/9/events/77/resend");
        assertThat(server.tokens()).containsOnly("the-hooks-token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/projects/3",
                "/projects/3/issues/4",
                "/projects/3/hookshot",
                "/projects/3/hooks/../issues",
                "/projects/../hooks",
                "/projects/3/issues/hooks",
                "/users/3/hooks",
                "/hooks",
                "/projects/3/hooks/4/url_variables/x",
                "/projects/3/hooks?a=/../../issues",
            })
    void knowsNoOtherPath(String path) {
        // When, Then
        assertThatThrownBy(() -> new HookPath(new ApiPath(path)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "a/../b", "3/issues", "3?x=1"})
    void staysOnHooksWhateverAContainerIsCalled(String name) {
        // When
        var path = tried(name);

        // Then
        assertThat(path).matches("refused|/projects/[^/?]+/hooks");
    }

    private static String tried(String name) {
        try {
            return HookPath.all(Container.project(name)).path().text();
        } catch (IllegalArgumentException e) {
            return "refused";
        }
    }

    @Test
    void neverRepeatsWhatMayHaveComeThrough() {
        // Given
        server.says(502, "oops").says(201, "{}");

        // When
        var answer = hooks.create(PROJECT, Map.of());

        // Then
        assertThat(answer).isInstanceOf(Unavailable.class);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void asksNothingMoreWithATokenThatIsRefused() {
        // Given
        server.says(401, "{}").says(200, "[]");

        // When
        var answers = List.of(hooks.all(PROJECT), hooks.all(PROJECT));

        // Then
        assertThat(answers).allSatisfy(a -> assertThat(a).isInstanceOf(Refused.class));
        assertThat(server.requests()).hasSize(1);
        assertThat(reader.get(PROJECT.path())).isInstanceOf(Found.class);
    }

    @Test
    void sharesItsBudgetWithTheReader() {
        // Given
        server.says(429, Map.of("Retry-After", "900"), "Retry later");

        // When
        hooks.create(PROJECT, Map.of());

        // Then
        assertThat(reader.get(PROJECT.path())).isInstanceOf(Unavailable.class);
        assertThat(server.requests()).hasSize(1);
    }
}
