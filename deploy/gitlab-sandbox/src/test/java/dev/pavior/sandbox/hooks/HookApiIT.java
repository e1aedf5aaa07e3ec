package dev.pavior.sandbox.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pavior.sandbox.Receiver;
import dev.pavior.sandbox.RunningSandbox;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hooks are made, watched, switched off and tried out as GitLab's are. */
class HookApiIT {

    private static final String PROJECT = "/api/v4/projects/1";
    private static final String GROUP = "/api/v4/groups/1";

    private static RunningSandbox sandbox;
    private Receiver receiver;

    @BeforeAll
    static void start() {
        sandbox = RunningSandbox.with(Map.of("pavior.sandbox.hook-pause", "1h"));
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void listen() throws Exception {
        receiver = new Receiver(0);
    }

    @AfterEach
    void leave() throws Exception {
        for (String root : List.of(PROJECT, GROUP)) {
            for (var hook : sandbox.ask("GET", root + "/hooks", "")) {
                sandbox.ask("DELETE", root + "/hooks/" + hook.get("id").asLong(), "");
            }
        }
        receiver.close();
    }

    @Test
    void sendsOnlyWhatTheFlagsSay() throws Exception {
        // Given
        hook(PROJECT, "confidential_issues_events=true");

        // When
        opened("title=Open");
        opened("title=Secret&confidential=true");

        // Then
        awaitReceived(1);
        assertThat(titles()).containsExactly("Secret");
        assertThat(receiver.received().getFirst().header("X-Gitlab-Event"))
                .isEqualTo("Confidential Issue Hook");
    }

    @Test
    void movesToTheOtherFlagWithConfidentiality() throws Exception {
        // Given
        hook(PROJECT, "issues_events=true");
        String iid = opened("title=Flips&confidential=true");

        // When
        sandbox.ask("PUT", PROJECT + "/issues/" + iid, "confidential=false");

        // Then
        awaitReceived(1);
        var body = receiver.received().getFirst().body();
        assertThat(body.at("/object_attributes/action").asString()).isEqualTo("update");
        assertThat(body.at("/changes/confidential/previous").asBoolean()).isTrue();
    }

    @Test
    void sendsToTheHookOfTheGroupAsWell() throws Exception {
        // Given
        hook(PROJECT, "issues_events=true");
        hook(GROUP, "issues_events=true");

        // When
        opened("title=Twice");

        // Then
        awaitReceived(2);
        var received = receiver.received();
        assertThat(received.getFirst().text()).isEqualTo(received.getLast().text());
        assertThat(received.getFirst().header("Idempotency-Key"))
                .isNotEqualTo(received.getLast().header("Idempotency-Key"));
    }

    @Test
    void logsWhatItTriedAndSendsItAgainUnderTheSameKey() throws Exception {
        // Given
        String hook = hook(PROJECT, "issues_events=true");
        opened("title=Again");
        awaitReceived(1);
        var log = awaitLog(hook, "successful", 1);

        // When
        var answer = sandbox.ask("POST", log + "/resend", "");

        // Then
        awaitReceived(2);
        var received = receiver.received();
        assertThat(answer.get("response_status").asInt()).isEqualTo(200);
        assertThat(received.getFirst().text()).isEqualTo(received.getLast().text());
        assertThat(received.getFirst().header("Idempotency-Key"))
                .isEqualTo(received.getLast().header("Idempotency-Key"));
        awaitLog(hook, "successful", 2);
        assertThat(sandbox.ask("GET", hook + "/events?status=server_failure", "")).isEmpty();
    }

    @Test
    void sendsAgainOnlyFiveTimesAMinute() throws Exception {
        // Given
        String hook = hook(PROJECT, "issues_events=true");
        opened("title=Often");
        var log = awaitLog(hook, "successful", 1);
        for (int i = 0; i < 5; i++) {
            sandbox.ask("POST", log + "/resend", "");
        }

        // When
        var answer = sandbox.send("POST", log + "/resend", RunningSandbox.ADMIN, "");

        // Then
        assertThat(answer.statusCode()).isEqualTo(429);
    }

    @Test
    void switchesOffAfterFourFailuresAndOnAgainAfterAGoodTest() throws Exception {
        // Given
        String hook = hook(PROJECT, "issues_events=true");
        receiver.answer(500);
        for (int i = 0; i < 4; i++) {
            opened("title=Lost");
        }
        awaitLog(hook, "server_failure", 4);
        await().untilAsserted(() -> assertThat(alert(hook)).isEqualTo("temporarily_disabled"));
        opened("title=Gone");
        receiver.answer(200);

        // When
        sandbox.ask("POST", hook + "/test/issues_events", "");

        // Then
        assertThat(alert(hook)).isEqualTo("executable");
        assertThat(sandbox.ask("GET", hook, "").get("disabled_until").isNull()).isTrue();
        assertThat(sandbox.ask("GET", hook + "/events", "")).hasSize(5);
        opened("title=Heard");
        await().untilAsserted(() -> assertThat(titles()).contains("Heard"));
    }

    @Test
    void tellsOfMilestonesButNotOfTheirDates() throws Exception {
        // Given
        hook(PROJECT, "milestone_events=true");
        var made = sandbox.ask("POST", PROJECT + "/milestones", "title=18.6");
        String milestone = PROJECT + "/milestones/" + made.get("id").asLong();

        // When
        sandbox.ask("PUT", milestone, "due_date=2026-12-01");
        sandbox.ask("PUT", milestone, "state_event=close");

        // Then
        awaitReceived(2);
        assertThat(receiver.received())
                .extracting(hook -> hook.body().get("action").asString())
                .containsExactly("create", "close");
        assertThat(receiver.received().getLast().body().at("/object_attributes/state").asString())
                .isEqualTo("closed");
    }

    @Test
    void tellsOfTokensThatWillExpire() throws Exception {
        // Given
        hook(GROUP, "resource_access_token_events=true");

        // When
        sandbox.ask("POST", "/-/sandbox/groups/1/expiring_token", "name=ci&expires_at=2026-12-01");

        // Then
        awaitReceived(1);
        var body = receiver.received().getFirst().body();
        assertThat(body.get("event_name").asString()).isEqualTo("expiring_access_token");
        assertThat(body.at("/object_attributes/expires_at").asString()).isEqualTo("2026-12-01");
        assertThat(body.at("/group/full_path").asString()).isEqualTo("acme");
    }

    @Test
    void tellsOfEpicsOnlyToTheGroup() throws Exception {
        // Given
        hook(PROJECT, "issues_events=true");
        hook(GROUP, "issues_events=true");

        // When
        sandbox.ask("POST", GROUP + "/epics", "title=Big&labels=bug");

        // Then
        awaitReceived(1);
        var body = receiver.received().getFirst().body();
        assertThat(body.get("object_kind").asString()).isEqualTo("work_item");
        assertThat(body.at("/object_attributes/type").asString()).isEqualTo("Epic");
        assertThat(body.get("project").isNull()).isTrue();
        assertThat(body.get("repository").isNull()).isTrue();
        assertThat(body.at("/object_attributes/project_id").isNull()).isTrue();
    }

    private String hook(String root, String flags) throws Exception {
        var made =
                sandbox.ask(
                        "POST",
                        root + "/hooks",
                        "push_events=false&" + flags + "&url=" + receiver.url());
        assertThat(made.get("alert_status").asString()).isEqualTo("executable");
        return root + "/hooks/" + made.get("id").asLong();
    }

    private static String opened(String form) throws Exception {
        return sandbox.ask("POST", PROJECT + "/issues", form).get("iid").asString();
    }

    private static String alert(String hook) throws Exception {
        return sandbox.ask("GET", hook, "").get("alert_status").asString();
    }

    private List<String> titles() {
        return receiver.received().stream()
                .map(hook -> hook.body().at("/object_attributes/title").asString())
                .toList();
    }

    private void awaitReceived(int count) {
        await().untilAsserted(() -> assertThat(receiver.received()).hasSize(count));
    }

    /** Waits for entries of the log and returns the path of the newest. */
    private static String awaitLog(String hook, String status, int count) {
        String log = hook + "/events";
        await().untilAsserted(
                        () ->
                                assertThat(sandbox.ask("GET", log + "?status=" + status, ""))
                                        .hasSize(count));
        try {
            return log + "/" + sandbox.ask("GET", log, "").get(0).get("id").asLong();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
