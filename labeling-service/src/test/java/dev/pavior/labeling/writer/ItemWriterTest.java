package dev.pavior.labeling.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pavior.contract.v1.Edit;
import dev.pavior.contract.v1.EditOutcome;
import dev.pavior.contract.v1.ItemState;
import dev.pavior.labeling.domain.Action;
import dev.pavior.labeling.writer.FaultyGitLab.Fault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.client.WebClient;

class ItemWriterTest {

    private static final String PENDING = "ProdSecEngMetric::Pending";

    private final FaultyGitLab gitLab = new FaultyGitLab().holding("issues/1", "bug");
    private final String item = gitLab.host() + "/7/issue/1";

    @AfterEach
    void stop() {
        gitLab.close();
    }

    private ItemWriter writer(boolean dryRun, boolean creating) {
        var settings =
                new GitLabSettings(
                        gitLab.url(),
                        new Secret("secret-token"),
                        dryRun,
                        creating,
                        Duration.ofSeconds(1),
                        Duration.ofMillis(500),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        DataSize.ofKilobytes(64));
        var client = new GitLab(new GitLabCalls(WebClient.builder(), settings));
        return new ItemWriter(
                settings, client, new LabelTitles(client, creating, Clock.systemUTC()));
    }

    private List<ItemWriter.Result> write(Edit... edits) {
        return writer(false, false).write(edits[0].getItem(), List.of(edits));
    }

    private Edit edit(String id, String label) {
        return Edit.newBuilder()
                .setId(id)
                .setItem(item)
                .setPolicy("policy " + id)
                .setPolicySet("v1")
                .setSince(Instant.EPOCH)
                .setBasisRevision(1)
                .setBasisState(ItemState.OPENED)
                .setBasisLabels(List.of("bug"))
                .setAddLabels(List.of(label))
                .build();
    }

    @Test
    void putsALabelOnInOneRequest() {
        // When
        var results = write(edit("a", PENDING), edit("b", "Seen"));

        // Then
        assertThat(results)
                .extracting(ItemWriter.Result::outcome)
                .containsExactly(EditOutcome.APPLIED, EditOutcome.APPLIED);
        assertThat(gitLab.forms()).containsExactly(Map.of("add_labels", PENDING + ",Seen"));
        assertThat(gitLab.labelsOf("issues/1")).containsExactly(PENDING, "Seen", "bug");
    }

    @Test
    void namesALabelThatTwoEditsWantOnce() {
        // When
        var results = write(edit("a", PENDING), edit("b", PENDING));

        // Then
        assertThat(results)
                .extracting(ItemWriter.Result::change)
                .containsExactly(
                        new Action(List.of(PENDING), List.of()), new Action(List.of(), List.of()));
    }

    @Test
    void doesNothingWhereItIsSoAlready() {
        // Given
        gitLab.holding("issues/1", "bug", "other", PENDING);

        // When
        var results = write(edit("a", PENDING));

        // Then
        assertThat(results).extracting(ItemWriter.Result::reason).containsExactly("already so");
        assertThat(gitLab.writes()).isZero();
    }

    @Test
    void leavesAnItemAloneThatHasChanged() {
        // Given
        gitLab.holding("issues/1", "bug", "other");

        // When
        var results = write(edit("a", PENDING));

        // Then
        assertThat(results)
                .extracting(ItemWriter.Result::outcome)
                .containsExactly(EditOutcome.SUPERSEDED);
        assertThat(gitLab.writes()).isZero();
    }

    @Test
    void spellsALabelAsTheProjectDoes() {
        // When
        write(edit("a", "Twin"));

        // Then
        assertThat(gitLab.forms()).containsExactly(Map.of("add_labels", "twin"));
    }

    @Test
    void holdsAnEditWhoseLabelGitLabLacks() {
        // When
        var results = write(edit("a", "Pendnig"));

        // Then
        assertThat(results)
                .extracting(ItemWriter.Result::outcome, ItemWriter.Result::reason)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(
                                EditOutcome.HELD, "GitLab has no label \"Pendnig\""));
        assertThat(gitLab.writes()).isZero();
    }

    @Test
    void createsALabelWhereThatIsAllowed() {
        // When
        writer(false, true).write(item, List.of(edit("a", "New one")));

        // Then
        assertThat(gitLab.labelsOf("issues/1")).contains("New one");
    }

    @Test
    void makesNoCallInADryRun() {
        // When
        var results = writer(true, false).write(item, List.of(edit("a", PENDING)));

        // Then
        assertThat(results)
                .extracting(ItemWriter.Result::outcome)
                .containsExactly(EditOutcome.DRY_RUN);
        assertThat(gitLab.requests()).isEmpty();
    }

    @Test
    void refusesAnItemOfAnotherInstance() {
        // When
        var results =
                writer(false, false).write("gitlab.example/7/issue/1", List.of(edit("a", PENDING)));

        // Then
        assertThat(results)
                .extracting(ItemWriter.Result::outcome, ItemWriter.Result::reason)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(
                                EditOutcome.REFUSED, "not our instance"));
        assertThat(gitLab.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, 404, HELD",
        "PUT, 404, HELD",
        "GET, 403, HELD",
        "PUT, 403, HELD",
        "PUT, 400, REFUSED",
        "PUT, 422, REFUSED"
    })
    void takesTheseAnswersForGood(String method, int status, EditOutcome outcome) {
        // Given
        gitLab.failing(method, status);

        // When
        var results = write(edit("a", PENDING));

        // Then
        assertThat(results).extracting(ItemWriter.Result::outcome).containsExactly(outcome);
        assertThat(results.getFirst().reason()).contains(Integer.toString(status));
        assertThat(gitLab.labelsOf("issues/1")).containsExactly("bug");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, 401",
        "PUT, 401",
        "GET, 429",
        "PUT, 429",
        "GET, 500",
        "PUT, 502",
        "GET, 503",
        "GET, 302",
        "PUT, 307",
        "GET, 408",
        "PUT, 405",
        "GET, 409",
        "GET, 410"
    })
    void triesLaterAfterTheseAnswers(String method, int status) {
        // Given
        gitLab.failing(method, status);

        // When, Then
        assertThatThrownBy(() -> write(edit("a", PENDING))).isInstanceOf(GitLabUnavailable.class);
        assertThat(gitLab.labelsOf("issues/1")).containsExactly("bug");
    }

    @Test
    void heedsHowLongGitLabWantsToBeLeftAlone() {
        // Given
        gitLab.failing(new Fault("GET", 429, Map.of("Retry-After", "7"), "Retry later"));

        // When, Then
        assertThatThrownBy(() -> write(edit("a", PENDING)))
                .isInstanceOfSatisfying(
                        GitLabUnavailable.class,
                        e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(7)));
    }

    @Test
    void triesALockedItemAgainInPlace() {
        // Given
        gitLab.failing("PUT", 409).failing("PUT", 409);

        // When
        var results = write(edit("a", PENDING));

        // Then
        assertThat(results)
                .extracting(ItemWriter.Result::outcome)
                .containsExactly(EditOutcome.APPLIED);
        assertThat(gitLab.writes()).isEqualTo(3);
    }

    @Test
    void triesLaterWhenGitLabIsTooSlow() {
        // Given
        gitLab.sleeping(Duration.ofSeconds(2));

        // When, Then
        assertThatThrownBy(() -> write(edit("a", PENDING))).isInstanceOf(GitLabUnavailable.class);
    }

    @Test
    void triesLaterWhenGitLabIsAway() {
        // Given
        gitLab.close();

        // When, Then
        assertThatThrownBy(() -> write(edit("a", PENDING)))
                .isInstanceOf(GitLabUnavailable.class)
                .hasMessageContaining("cannot be reached");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not json", ""})
    void doesNotTakeAnUnreadableAnswerForAnItem(String body) {
        // Given
        gitLab.failing(new Fault("GET", 200, Map.of(), body));

        // When, Then
        assertThatThrownBy(() -> write(edit("a", PENDING))).isInstanceOf(GitLabUnavailable.class);
    }

    @Test
    void doesNotReadAnAnswerOverTheLimit() {
        // Given
        var body = "{\"state\":\"opened\",\"x\":\"" + "x".repeat(100_000) + "\"}";
        gitLab.failing(new Fault("GET", 200, Map.of(), body));

        // When, Then
        assertThatThrownBy(() -> write(edit("a", PENDING)))
                .isInstanceOfSatisfying(
                        GitLabUnavailable.class, e -> assertThat(e.isPerhapsTheItem()).isTrue());
    }
}
