package dev.pavior.labeling.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pavior.contract.v1.Edit;
import dev.pavior.contract.v1.EditOutcome;
import dev.pavior.contract.v1.ItemState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.client.WebClient;

class PatientWriterTest {

    private final FaultyGitLab gitLab =
            new FaultyGitLab().holding("issues/1", "bug").holding("issues/2", "bug");
    private final PatientWriter writer = writer();

    @AfterEach
    void stop() {
        gitLab.close();
    }

    private PatientWriter writer() {
        var settings =
                new GitLabSettings(
                        gitLab.url(),
                        new Secret("secret-token"),
                        false,
                        false,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        DataSize.ofKilobytes(64));
        var client = new GitLab(new GitLabCalls(WebClient.builder(), settings));
        var titles = new LabelTitles(client, false, Clock.systemUTC());
        return new PatientWriter(
                new ItemWriter(settings, client, titles), issueWriter(settings, titles));
    }

    private static IssueWriter issueWriter(GitLabSettings settings, LabelTitles titles) {
        var calls = new GitLabCalls(WebClient.builder(), settings);
        var issues = new GitLabIssues(calls, calls);
        return new IssueWriter(settings, issues, titles, Clock.systemUTC());
    }

    private List<ItemWriter.Result> write(int issue) {
        var item = gitLab.host() + "/7/issue/" + issue;
        return writer.write(item, List.of(edit(item)), new RememberedAttempts());
    }

    private static Edit edit(String item) {
        return Edit.newBuilder()
                .setId("a")
                .setItem(item)
                .setPolicy("policy")
                .setPolicySet("v1")
                .setSince(Instant.EPOCH)
                .setBasisRevision(1)
                .setBasisState(ItemState.OPENED)
                .setBasisLabels(List.of("bug"))
                .setAddLabels(List.of("Seen"))
                .build();
    }

    private void fail(int issue, int times, int status) {
        for (int i = 0; i < times; i++) {
            gitLab.failing("GET", status);
            assertThatThrownBy(() -> write(issue)).isInstanceOf(GitLabUnavailable.class);
        }
    }

    @Test
    void givesAnItemUpThatFailsWhileGitLabWorks() {
        // Given
        fail(1, 10, 500);
        gitLab.failing("GET", 500);

        // When
        var results = write(1);

        // Then
        assertThat(results).extracting(ItemWriter.Result::outcome).containsOnly(EditOutcome.HELD);
        assertThat(results.getFirst().reason()).isEqualTo("GitLab answers 500");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 302, 401})
    void waitsOnWhereGitLabAsSuchFails(int status) {
        // Given
        gitLab.answeringAboutItself(status);

        // When
        fail(1, 40, 500);

        // Then
        assertThat(write(1))
                .extracting(ItemWriter.Result::outcome)
                .containsOnly(EditOutcome.APPLIED);
    }

    @Test
    void doesNotHoldAnOutageAgainstTheItemThatFailsAfterIt() {
        // Given
        fail(1, 9, 500);
        fail(1, 12, 503);

        // When
        fail(1, 10, 500);

        // Then
        assertThat(write(1))
                .extracting(ItemWriter.Result::outcome)
                .containsOnly(EditOutcome.APPLIED);
    }

    @Test
    void countsEachItemForItself() {
        // Given
        IntStream.range(0, 5).forEach(i -> fail(1 + i % 2, 2, 500));
        write(2);
        fail(1, 4, 500);

        // When
        fail(2, 4, 500);

        // Then
        gitLab.failing("GET", 500);
        assertThat(write(1)).extracting(ItemWriter.Result::outcome).containsOnly(EditOutcome.HELD);
    }
}
