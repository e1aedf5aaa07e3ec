package dev.pavior.labeling.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pavior.contract.ItemKey;
import dev.pavior.contract.v1.Edit;
import dev.pavior.contract.v1.EditOutcome;
import dev.pavior.contract.v1.ItemState;
import dev.pavior.contract.v1.NewIssue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.client.WebClient;

class IssueWriterTest {

    private static final String ID = "3f0b7f4e-4f3a-4c43-9d6e-5a0f1f2e3d4c";
    private static final String MARK = "<!-- pavior-request-" + ID + " -->";

    private final FaultyGitLab gitLab = new FaultyGitLab();
    private final RememberedAttempts attempts = new RememberedAttempts();

    @AfterEach
    void stop() {
        gitLab.close();
    }

    private ItemWriter.Result write(Edit edit) {
        return writer(false).write(edit, attempts);
    }

    private IssueWriter writer(boolean dryRun) {
        var settings =
                new GitLabSettings(
                        gitLab.url(),
                        new Secret("secret-token"),
                        dryRun,
                        false,
                        Duration.ofSeconds(1),
                        Duration.ofMillis(500),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        DataSize.ofKilobytes(64));
        var calls = new GitLabCalls(WebClient.builder(), settings);
        var titles = new LabelTitles(new GitLab(calls), false, Clock.systemUTC());
        var issues = new GitLabIssues(calls, GitLabCalls.once(WebClient.builder(), settings));
        return new IssueWriter(settings, issues, titles, Clock.systemUTC());
    }

    private Edit edit(String... labels) {
        return editFor(gitLab.host(), ID, labels);
    }

    private static Edit editFor(String host, String requestId, String... labels) {
        return Edit.newBuilder()
                .setId("e-1")
                .setItem(requestId)
                .setPolicy("routes")
                .setPolicySet("routes/2026-02-01")
                .setSince(Instant.EPOCH)
                .setBasisRevision(0)
                .setBasisState(ItemState.UNKNOWN)
                .setAddLabels(List.of(labels))
                .setRequestId(requestId)
                .setNewIssue(new NewIssue(host, 7L, "Scan tokens", "Why\n", true))
                .build();
    }

    @Test
    void createsTheIssueWithItsHiddenMarkAndLabels() {
        // When
        var result = write(edit("Seen", "twin"));

        // Then
        assertThat(result.outcome()).isEqualTo(EditOutcome.APPLIED);
        assertThat(result.created()).contains(ItemKey.issue(gitLab.host(), 7, 1));
        assertThat(result.change().add()).containsExactly("Seen", "twin");
        assertThat(result.reason()).isEmpty();
        assertThat(gitLab.issues().getFirst())
                .containsEntry("title", "Scan tokens")
                .containsEntry("description", "Why\n\n" + MARK + "\n")
                .containsEntry("confidential", "true")
                .containsEntry("labels", "Seen,twin");
    }

    @Test
    void findsTheIssueThatItCreatedBefore() {
        // Given
        write(edit("Seen"));

        // When
        var result = write(edit("Seen"));

        // Then
        assertThat(gitLab.issues()).hasSize(1);
        assertThat(result.outcome()).isEqualTo(EditOutcome.APPLIED);
        assertThat(result.reason()).isEqualTo("was there already");
        assertThat(result.created()).contains(ItemKey.issue(gitLab.host(), 7, 1));
    }

    @Test
    void createsNoSecondIssueWhereTheAnswerToTheFirstWasLost() {
        // Given
        gitLab.cuttingAfterCreation(true);
        assertThatThrownBy(() -> write(edit())).isInstanceOf(GitLabUnavailable.class);
        gitLab.cuttingAfterCreation(false);

        // When
        var result = write(edit());

        // Then
        assertThat(gitLab.issues()).hasSize(1);
        assertThat(result.outcome()).isEqualTo(EditOutcome.APPLIED);
    }

    @Test
    void createsNoSecondIssueWhereTheFirstComesTrueAfterItsCallerHasGone() {
        // Given
        gitLab.creatingWithin(Duration.ofMillis(1_200));

        // When
        var result = untilAnswered();

        // Then
        assertThat(result.outcome()).isEqualTo(EditOutcome.APPLIED);
        assertThat(result.reason()).isEqualTo("was there already");
        assertThat(gitLab.requests()).containsOnlyOnce("POST issues");
    }

    @Test
    void createsTheIssueAfterAllWhereTheFirstTryCameToNothing() {
        // Given
        gitLab.failing("POST", 504);

        // When
        var result = untilAnswered();

        // Then
        assertThat(result.reason()).isEmpty();
        assertThat(gitLab.issues()).hasSize(1);
        assertThat(gitLab.queries()).hasSizeGreaterThan(2);
    }

    @Test
    void makesThisEditAloneWaitForAnAnswerThatMayBeMissing() {
        // Given
        gitLab.failing("POST", 504);
        assertThatThrownBy(() -> write(edit())).isInstanceOf(GitLabUnavailable.class);

        // When, Then
        assertThatThrownBy(() -> write(edit()))
                .isInstanceOfSatisfying(
                        GitLabUnavailable.class,
                        failure -> assertThat(failure.isForOneEdit()).isTrue());
    }

    /** Tries again and again, each time as a writer that was started anew. */
    private ItemWriter.Result untilAnswered() {
        return await().pollInterval(Duration.ofMillis(100))
                .ignoreExceptionsInstanceOf(GitLabUnavailable.class)
                .until(() -> write(edit()), result -> true);
    }

    @Test
    void looksAmongItsOwnIssuesOnly() {
        // Given
        var id = ID;

        // When
        write(editFor(gitLab.host(), id));

        // Then
        assertThat(gitLab.queries().getFirst())
                .contains("scope=created_by_me", "in=description", "search=pavior-request-" + id);
    }

    @Test
    void takesAnIssueThatOnlyMentionsTheMarkForAnother() {
        // Given
        gitLab.issues().add(java.util.Map.of("description", "like pavior-request-" + ID));

        // When
        var result = write(edit());

        // Then
        assertThat(result.created()).contains(ItemKey.issue(gitLab.host(), 7, 2));
    }

    @Test
    void leavesOffALabelThatGitLabLacksAndSaysSo() {
        // When
        var result = write(edit("Seen", "RiskRating::High"));

        // Then
        assertThat(result.outcome()).isEqualTo(EditOutcome.APPLIED);
        assertThat(result.reason()).isEqualTo("without RiskRating::High");
        assertThat(result.change().add()).containsExactly("Seen");
        assertThat(gitLab.issues().getFirst()).containsEntry("labels", "Seen");
    }

    @Test
    void makesNoCallInADryRun() {
        // When
        var result = writer(true).write(edit(), attempts);

        // Then
        assertThat(result.outcome()).isEqualTo(EditOutcome.DRY_RUN);
        assertThat(gitLab.requests()).isEmpty();
    }

    @Test
    void refusesAnIssueForAnotherInstance() {
        // When
        var result = write(editFor("elsewhere.test", ID));

        // Then
        assertThat(result.outcome()).isEqualTo(EditOutcome.REFUSED);
        assertThat(gitLab.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, 404, HELD",
        "POST, 404, HELD",
        "POST, 403, HELD",
        "POST, 400, REFUSED",
        "POST, 422, REFUSED"
    })
    void takesTheseAnswersForGood(String method, int status, EditOutcome outcome) {
        // Given
        gitLab.failing(method, status);

        // When
        var result = write(edit());

        // Then
        assertThat(result.outcome()).isEqualTo(outcome);
        assertThat(gitLab.issues()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"GET, 401", "POST, 401", "POST, 429", "POST, 500", "POST, 503", "GET, 502"})
    void triesLaterAfterTheseAnswers(String method, int status) {
        // Given
        gitLab.failing(method, status);

        // When
        assertThatThrownBy(() -> write(edit())).isInstanceOf(GitLabUnavailable.class);

        // Then
        assertThat(write(edit()).outcome()).isEqualTo(EditOutcome.APPLIED);
        assertThat(gitLab.issues()).hasSize(1);
    }

    @Test
    void triesALockedProjectAgainInPlace() {
        // Given
        gitLab.failing("POST", 409);

        // When
        var result = write(edit());

        // Then
        assertThat(result.outcome()).isEqualTo(EditOutcome.APPLIED);
        assertThat(gitLab.issues()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x -->@all", "a--b", "", "ä", "<!-- x"})
    void writesNoIdThatCouldEndItsMark(String requestId) {
        // When
        write(editFor(gitLab.host(), requestId));
        write(editFor(gitLab.host(), requestId));

        // Then
        assertThat(gitLab.issues()).hasSize(1);
        assertThat(gitLab.issues().getFirst().get("description"))
                .matches("Why\n\n<!-- pavior-request-[0-9a-f]{32} -->\n");
    }
}
