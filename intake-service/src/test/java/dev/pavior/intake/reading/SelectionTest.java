package dev.pavior.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.intake.gitlab.GitLab;
import dev.pavior.intake.gitlab.GitLabSource;
import dev.pavior.intake.gitlab.ScriptedGitLab;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class SelectionTest {

    @Test
    void asksForNothingThatThisGitLabLacks() {
        // Given
        var abilities =
                new Abilities(
                        Set.of(
                                "Project.workItems(iids)",
                                "WorkItemWidgetStatus.status",
                                "WorkItemWidgetIteration.iteration"));

        // When
        var details = new Selection(abilities).details();

        // Then
        assertThat(details)
                .isEqualTo(
                        "iid widgets { ... on WorkItemWidgetIteration { iteration { id } }"
                                + " ... on WorkItemWidgetStatus { status { id name } } }");
        assertThat(new Selection(abilities).epics()).isEmpty();
    }

    @Test
    void livesWithoutGraphQl() {
        try (var server = new ScriptedGitLab().says(404, "{}");
                var gitLab = client(server)) {
            // When
            var abilities = Abilities.of(gitLab);
            var details = new IssueDetails(gitLab, abilities);
            int described = server.requests().size();
            details.add("acme/gateway", List.of(), id -> {});
            var moved = details.movedTo(List.of(1L));

            // Then
            assertThat(abilities.fields()).isEmpty();
            assertThat(moved).isEmpty();
            assertThat(server.requests()).as("asks no more").hasSize(described);
        }
    }

    private static GitLab client(ScriptedGitLab server) {
        var source =
                new GitLabSource(
                        "test",
                        server.url(),
                        "",
                        "token",
                        "",
                        List.of(),
                        List.of(),
                        0.5,
                        60_000,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(2),
                        DataSize.ofMegabytes(1));
        return new GitLab(source, new SimpleMeterRegistry(), Clock.systemUTC());
    }
}
