package dev.pavior.intake.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.chassis.kafka.KafkaSettings;
import dev.pavior.intake.gitlab.Container;
import dev.pavior.intake.gitlab.GitLab;
import dev.pavior.intake.gitlab.GitLabHooks;
import dev.pavior.intake.gitlab.GitLabSource;
import dev.pavior.intake.publish.PublishSettings;
import dev.pavior.intake.publish.Publisher;
import dev.pavior.intake.webhook.Source;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** A doctor on its rounds without a broker: its charts stay in its head. */
class RoundsTest {

    private static final String URL = "https://pavior.example/webhooks/gitlab";
    private static final Source SENDER = new Source("test", "gitlab.example", "secret", "", "", "");
    private static final Container P1 = Container.project(1);
    private static final Container P2 = Container.project(2);

    private final ToldGitLab gitLab = new ToldGitLab();
    private final List<Instant> gaps = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-10T12:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Publisher publisher =
            new Publisher(
                    "test",
                    new KafkaSettings(
                            "127.0.0.1:1", "http://127.0.0.1:1", Path.of("x"), "0", null, Map.of()),
                    new PublishSettings(
                            Duration.ofMillis(1),
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(2),
                            Duration.ofSeconds(1)),
                    () -> false,
                    metrics,
                    clock);
    private final GitLab reader = new GitLab(source(), metrics, Clock.systemUTC());
    private final GitLabHooks hooks =
            new GitLabHooks(
                    source().with("hooks-token", ""), reader.budget(), metrics, Clock.systemUTC());

    @AfterEach
    void close() {
        hooks.close();
        reader.close();
        publisher.close();
        gitLab.close();
    }

    private GitLabSource source() {
        return new GitLabSource(
                "test",
                gitLab.url(),
                "",
                "read-token",
                "",
                List.of("acme"),
                List.of(),
                0.5,
                60_000,
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                DataSize.ofMegabytes(1));
    }

    private Rounds rounds(Repairs repairs) {
        var doctor =
                new DoctorSource("test", "t", "", "https://pavior.example", true, false, repairs);
        return new Rounds(
                doctor,
                Duration.ofMinutes(10),
                new Wards(reader, hooks, Duration.ofMinutes(10), clock),
                new Examination(hooks, doctor.hookUrl()),
                new Remedies(
                        hooks,
                        new HookForm(doctor, () -> SENDER),
                        (source, since) -> gaps.add(since),
                        metrics,
                        clock),
                new Charts("test", new HookRecords((topic, health) -> new byte[0]), publisher),
                clock);
    }

    private Rounds rounds() {
        return rounds(new Repairs(true, true, true, true));
    }

    private ToldGitLab freeTier() {
        return gitLab.says("GET /groups/acme", 200, "{'id':9,'full_path':'acme'}")
                .says("GET /groups/9/hooks", 404, "{}")
                .says("GET /groups/9/projects", 200, "[{'id':1},{'id':2}]");
    }

    private static String hook(int id, String url) {
        return "{'id':%d,'url':'%s','alert_status':'executable','issues_events':true}"
                .formatted(id, url);
    }

    @Test
    void givesEachProjectAHookWhereGroupsHaveNone() {
        // Given
        freeTier()
                .says("GET /projects/1/hooks", 200, "[" + hook(4, URL) + "]")
                .says("GET /projects/2/hooks", 200, "[" + hook(5, "https://other.example") + "]")
                .says("POST /projects/2/hooks", 201, hook(6, URL));

        // When
        rounds().walk();

        // Then
        var writes = gitLab.requests().stream().filter(r -> !r.startsWith("GET")).toList();
        // That the list does not show it yet is no reason to make another one.
        assertThat(writes).hasSize(1);
        assertThat(writes.getFirst())
                .startsWith("POST /projects/2/hooks {")
                .contains(
                        "\"url\":\"" + URL + "\"", "\"push_events\":false", "\"token\":\"secret\"")
                .contains("\"issues_events\":true", "\"confidential_issues_events\":true")
                .doesNotContain("project_events", "signing_token");
    }

    @Test
    void reportsATokenWithTooFewRightsAndHammersNobody() {
        // Given
        freeTier()
                .says("GET /projects/1/hooks", 403, "{}")
                .says("GET /projects/2/hooks", 404, "{}");
        var rounds = rounds();
        rounds.walk();
        gitLab.requests();

        // When
        for (int minute = 0; minute < 60; minute += 2) {
            rounds.walk();
            now = now.plus(Duration.ofMinutes(2));
        }

        // Then
        assertThat(rounds.charts().of(P1).is(AlertStatus.UNKNOWN)).isTrue();
        assertThat(rounds.charts().of(P2).is(AlertStatus.UNKNOWN)).isTrue();
        var asked =
                gitLab.requests().stream().filter(r -> r.startsWith("GET /projects/1/")).count();
        assertThat(asked).isBetween(1L, 5L);
    }

    @Test
    void triesACreationThatIsForbiddenLessAndLessOften() {
        // Given
        freeTier()
                .says("GET /projects/1/hooks", 200, "[" + hook(4, URL) + "]")
                .says("GET /projects/2/hooks", 200, "[]")
                .says("POST /projects/2/hooks", 403, "{}");
        var rounds = rounds();

        // When
        for (int minute = 0; minute < 60; minute += 2) {
            rounds.walk();
            now = now.plus(Duration.ofMinutes(2));
        }

        // Then
        assertThat(gitLab.requests().stream().filter(r -> r.startsWith("POST")))
                .hasSizeBetween(2, 6);
        assertThat(rounds.charts().of(P2).is(AlertStatus.MISSING)).isTrue();
        assertThat(rounds.charts().of(P1).is(AlertStatus.EXECUTABLE)).isTrue();
    }

    @Test
    void writesNothingWhereNothingMayBeRepaired() {
        // Given
        var ill =
                "[{'id':4,'url':'%s','alert_status':'disabled','note_events':false}]"
                        .formatted(URL);
        freeTier().says("GET /projects/1/hooks", 200, ill).says("GET /projects/2/hooks", 200, "[]");
        var rounds = rounds(new Repairs(false, false, false, false));

        // When
        rounds.walk();

        // Then
        assertThat(gitLab.requests()).allMatch(request -> request.startsWith("GET "));
        assertThat(rounds.charts().of(P1).missing()).containsExactly("note_events");
        assertThat(rounds.charts().of(P1).is(AlertStatus.DISABLED)).isTrue();
    }

    @Test
    void readsTheGapOfAHookThatCameBackByItselfOnce() {
        // Given
        freeTier()
                .says("GET /projects/1/hooks", 200, "[" + hook(4, URL) + "]")
                .says("GET /projects/2/hooks", 200, "[" + hook(5, URL) + "]");
        var rounds = rounds();
        rounds.walk();
        var working = now;
        now = now.plus(Duration.ofMinutes(2));
        var paused =
                "[{'id':4,'url':'%s','alert_status':'temporarily_disabled','disabled_until':'%s'}]"
                        .formatted(URL, now.plus(Duration.ofMinutes(1)));
        gitLab.says("GET /projects/1/hooks", 200, paused);
        rounds.walk();
        gitLab.says("GET /projects/1/hooks", 200, "[" + hook(4, URL) + "]");

        // When
        for (int i = 0; i < 3; i++) {
            now = now.plus(Duration.ofMinutes(2));
            rounds.walk();
        }

        // Then
        assertThat(gaps).containsExactly(working);
    }

    @Test
    void keepsWhatItKnowsWhileGitLabIsAway() {
        // Given
        freeTier()
                .says("GET /projects/1/hooks", 200, "[" + hook(4, URL) + "]")
                .says("GET /projects/2/hooks", 200, "[" + hook(5, URL) + "]");
        var rounds = rounds();
        rounds.walk();
        gitLab.says("GET /projects/1/hooks", 502, "oops").says("GET /groups/acme", 502, "oops");

        // When
        now = now.plus(Duration.ofMinutes(11));
        rounds.walk();

        // Then
        assertThat(rounds.charts().of(P1).is(AlertStatus.EXECUTABLE)).isTrue();
        assertThat(gaps).isEmpty();
    }
}
