package dev.pavior.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pavior.sandbox.Receiver;
import dev.pavior.sandbox.RunningSandbox;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Items hang together, move, and are approved and counted as GitLab's. */
class ItemCallsIT {

    private static final String GATEWAY = "/api/v4/projects/1";
    private static final String CONSOLE = "/api/v4/projects/2";

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

    @Test
    void movesAnIssueToAnotherProject() throws Exception {
        // Given
        String issue = opened("title=Mover&labels=bug&weight=2");

        // When
        var moved = sandbox.ask("POST", issue + "/move", "to_project_id=2");

        // Then
        var left = sandbox.ask("GET", issue, "");
        assertThat(left.get("state").asString()).isEqualTo("closed");
        assertThat(left.get("moved_to_id")).isEqualTo(moved.get("id"));
        assertThat(moved.get("project_id").asInt()).isEqualTo(2);
        assertThat(moved.get("state").asString()).isEqualTo("opened");
        assertThat(moved.get("labels").get(0).asString()).isEqualTo("bug");
        assertThat(moved.get("weight").asInt()).isEqualTo(2);
        var close = awaitHook("Mover", "close");
        assertThat(close.at("/object_attributes/moved_to_id")).isEqualTo(moved.get("id"));
        assertThat(close.at("/changes/moved_to_id/current")).isEqualTo(moved.get("id"));
    }

    @Test
    void answersNotFoundOnceAnIssueIsDeletedAndTellsNobody() throws Exception {
        // Given
        String issue = opened("title=Deleted");
        awaitHook("Deleted", "open");

        // When
        sandbox.ask("DELETE", issue, "");

        // Then
        assertThat(sandbox.send("GET", issue, RunningSandbox.READ, "").statusCode()).isEqualTo(404);
        opened("title=After");
        awaitHook("After", "open");
        assertThat(hooks("Deleted")).hasSize(1);
    }

    @Test
    void linksIssuesOfTwoProjects() throws Exception {
        // Given
        String blocker = opened("title=Blocker");
        String blocked = CONSOLE + "/issues/" + iid(CONSOLE + "/issues", "title=Blocked");
        var before = sandbox.ask("GET", blocked, "").get("updated_at").asString();

        // When
        String target = blocked.substring(blocked.lastIndexOf('/') + 1);
        sandbox.ask(
                "POST",
                blocker + "/links",
                "target_project_id=2&target_issue_iid=" + target + "&link_type=blocks");

        // Then
        var seen = sandbox.ask("GET", blocked + "/links", "").get(0);
        assertThat(seen.get("title").asString()).isEqualTo("Blocker");
        assertThat(seen.get("link_type").asString()).isEqualTo("is_blocked_by");
        assertThat(sandbox.ask("GET", blocked, "").get("updated_at").asString())
                .isGreaterThan(before);
    }

    @Test
    void countsVotesNotesAndDiscussions() throws Exception {
        // Given
        String issue = opened("title=Voted");
        sandbox.ask("POST", issue + "/notes", "body=Hello");
        sandbox.ask("POST", issue + "/award_emoji?sudo=ada", "name=thumbsup");
        var award = sandbox.ask("POST", issue + "/award_emoji?sudo=bo", "name=thumbsup");
        sandbox.ask("POST", issue + "/award_emoji", "name=thumbsdown");

        // When
        sandbox.ask("DELETE", issue + "/award_emoji/" + award.get("id").asString(), "");

        // Then
        var seen = sandbox.ask("GET", issue, "");
        assertThat(seen.get("upvotes").asInt()).isEqualTo(1);
        assertThat(seen.get("downvotes").asInt()).isEqualTo(1);
        assertThat(seen.get("user_notes_count").asInt()).isEqualTo(1);
        assertThat(sandbox.ask("GET", issue + "/discussions", "")).hasSize(1);
        await().untilAsserted(
                        () ->
                                assertThat(receiver.received())
                                        .anyMatch(
                                                hook ->
                                                        hook.body()
                                                                .path("event_type")
                                                                .asString("")
                                                                .equals("revoke")));
    }

    @Test
    void bindsAnIssueToItsEpicIterationAndHealth() throws Exception {
        // Given
        var epic = sandbox.ask("POST", "/api/v4/groups/1/epics", "title=Epic");
        var iteration =
                sandbox.ask(
                        "POST",
                        "/-/sandbox/groups/1/iterations",
                        "start_date=2026-11-01&due_date=2026-11-14");

        // When
        String issue =
                opened(
                        "title=Bound&health_status=at_risk&epic_id="
                                + epic.get("id").asString()
                                + "&iteration_id="
                                + iteration.get("id").asString());

        // Then
        var seen = sandbox.ask("GET", issue, "");
        assertThat(seen.at("/epic/title").asString()).isEqualTo("Epic");
        assertThat(seen.get("epic_iid")).isEqualTo(epic.get("iid"));
        assertThat(seen.at("/iteration/id")).isEqualTo(iteration.get("id"));
        assertThat(seen.get("health_status").asString()).isEqualTo("at_risk");
        assertThat(awaitHook("Bound", "open").at("/object_attributes/health_status").asString())
                .isEqualTo("at_risk");
    }

    @Test
    void tellsOneApprovalFromEnough() throws Exception {
        // Given
        String request = request("title=Approved&source_branch=a&target_branch=main");
        sandbox.ask("POST", request + "/approvals", "approvals_required=2");

        // When
        sandbox.ask("POST", request + "/approve?sudo=ada", "");
        sandbox.ask("POST", request + "/approve?sudo=bo", "");
        sandbox.ask("POST", request + "/unapprove?sudo=bo", "");
        sandbox.ask("POST", "/-/sandbox" + request.substring(7) + "/push?sudo=dara", "");

        // Then
        await().untilAsserted(
                        () ->
                                assertThat(actions("Approved"))
                                        .containsExactly(
                                                "open",
                                                "approval",
                                                "approved",
                                                "unapproved",
                                                "update",
                                                "unapproval"));
        var reset = hooks("Approved").getLast();
        assertThat(reset.at("/object_attributes/system").asBoolean()).isTrue();
        assertThat(reset.at("/object_attributes/system_action").asString())
                .isEqualTo("approvals_reset_on_push");
        assertThat(sandbox.ask("GET", request + "/approvals", "").get("approved").asBoolean())
                .isFalse();
    }

    @Test
    void closesIssuesOfOtherProjectsFromAFork() throws Exception {
        // Given
        String issue = opened("title=Far");
        String iid = issue.substring(issue.lastIndexOf('/') + 1);

        // When
        var made =
                sandbox.ask(
                        "POST",
                        CONSOLE + "/merge_requests",
                        "title=Forked&source_branch=f&target_branch=main&target_project_id=1"
                                + "&description=Closes acme/gateway%23"
                                + iid);

        // Then
        String request = GATEWAY + "/merge_requests/" + made.get("iid").asString();
        assertThat(made.get("source_project_id").asInt()).isEqualTo(2);
        assertThat(made.get("target_project_id").asInt()).isEqualTo(1);
        assertThat(sandbox.ask("GET", request + "/closes_issues", "").get(0).get("iid").asString())
                .isEqualTo(iid);
        assertThat(sandbox.ask("GET", issue + "/closed_by", "").get(0).get("id"))
                .isEqualTo(made.get("id"));
        assertThat(awaitHook("Forked", "open").at("/object_attributes/source_project_id").asInt())
                .isEqualTo(2);
    }

    private static String opened(String form) throws Exception {
        return GATEWAY + "/issues/" + iid(GATEWAY + "/issues", form);
    }

    private static String request(String form) throws Exception {
        return GATEWAY + "/merge_requests/" + iid(GATEWAY + "/merge_requests", form);
    }

    private static String iid(String path, String form) throws Exception {
        return sandbox.ask("POST", path, form).get("iid").asString();
    }

    private static List<JsonNode> hooks(String title) {
        return receiver.received().stream()
                .map(Receiver.Received::body)
                .filter(body -> body.at("/object_attributes/title").asString("").equals(title))
                .toList();
    }

    private static List<String> actions(String title) {
        return hooks(title).stream()
                .map(body -> body.at("/object_attributes/action").asString())
                .toList();
    }

    private static JsonNode awaitHook(String title, String action) {
        await().untilAsserted(() -> assertThat(actions(title)).contains(action));
        return hooks(title).get(actions(title).indexOf(action));
    }
}
