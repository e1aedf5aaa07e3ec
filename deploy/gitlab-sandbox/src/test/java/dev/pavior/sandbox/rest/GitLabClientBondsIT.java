package dev.pavior.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gitlab4j.api.GitLabApi;
import org.gitlab4j.api.GitLabApiException;
import org.gitlab4j.api.models.Epic;
import org.gitlab4j.api.models.GroupHookParams;
import org.gitlab4j.models.Constants.IssueState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same client follows how items change, hang together and are liked. */
class GitLabClientBondsIT {

    private static final String PROJECT = ClientStage.PROJECT;

    private static ClientStage stage;
    private static GitLabApi gitlab;

    @BeforeAll
    static void start() throws Exception {
        stage = new ClientStage();
        gitlab = stage.gitlab;
    }

    @AfterAll
    static void judge() {
        stage.judge(12, 8);
    }

    private static <T> T call(String name, ClientStage.ClientCall<T> call)
            throws GitLabApiException {
        return stage.call(name, call);
    }

    @Test
    void readsHowAnIssueCameToBeSo() throws GitLabApiException {
        // Given
        var issues = gitlab.getIssuesApi();
        long iid = issues.createIssue(PROJECT, "Told", "").getIid();
        issues.updateIssue(PROJECT, iid, null, null, null, null, null, "bug", null, null, null);
        issues.closeIssue(PROJECT, iid);

        // When
        var labels =
                call(
                        "ResourceLabelEventsApi.getIssueLabelEvents",
                        () -> gitlab.getResourceLabelEventsApi().getIssueLabelEvents(1L, iid));
        var states =
                call(
                        "ResourceStateEventsApi.getIssueStateEvents",
                        () -> gitlab.getResourceStateEventsApi().getIssueStateEvents(1L, iid));

        // Then
        assertThat(labels.getFirst().getLabel().getName()).isEqualTo("bug");
        assertThat(labels.getFirst().getAction()).isEqualTo("add");
        assertThat(states.getFirst().getState()).isEqualTo("closed");
    }

    @Test
    void linksAndMovesIssues() throws GitLabApiException {
        // Given
        var issues = gitlab.getIssuesApi();
        long one = issues.createIssue(PROJECT, "One", "").getIid();
        long other = issues.createIssue(2L, "Other", "").getIid();

        // When
        var link =
                call(
                        "IssuesApi.createIssueLink",
                        () -> issues.createIssueLink(PROJECT, one, 2L, other));
        var moved = call("IssuesApi.moveIssue", () -> issues.moveIssue(PROJECT, one, 2L));

        // Then
        assertThat(link.getTargetIssue().getIid()).isEqualTo(other);
        assertThat(call("IssuesApi.getIssueLinks", () -> issues.getIssueLinks(1L, one)))
                .extracting("title")
                .containsExactly("Other");
        assertThat(moved.getProjectId()).isEqualTo(2L);
        assertThat(issues.getIssue(PROJECT, one).getState()).isEqualTo(IssueState.CLOSED);
    }

    @Test
    void approvesAndTakesItBack() throws GitLabApiException {
        // Given
        var requests = gitlab.getMergeRequestApi();
        long iid = requests.createMergeRequest(1L, "approve", "main", "Approve", "", 4L).getIid();

        // When
        var approved =
                call(
                        "MergeRequestApi.approveMergeRequest",
                        () -> requests.approveMergeRequest(1L, iid, null));

        // Then
        assertThat(approved.getApprovedBy()).hasSize(1);
        assertThat(
                        call("MergeRequestApi.getApprovals", () -> requests.getApprovals(1L, iid))
                                .getApprovedBy())
                .hasSize(1);
        var taken =
                call(
                        "MergeRequestApi.unapproveMergeRequest",
                        () -> requests.unapproveMergeRequest(1L, iid));
        assertThat(taken.getApprovedBy()).isEmpty();
    }

    @Test
    void givesEmojisAndReadsDiscussions() throws GitLabApiException {
        // Given
        long iid = gitlab.getIssuesApi().createIssue(PROJECT, "Liked", "").getIid();
        gitlab.getNotesApi().createIssueNote(PROJECT, iid, "Hello");

        // When
        var given =
                call(
                        "AwardEmojiApi.addIssueAwardEmoji",
                        () -> gitlab.getAwardEmojiApi().addIssueAwardEmoji(1L, iid, "thumbsup"));

        // Then
        assertThat(given.getName()).isEqualTo("thumbsup");
        assertThat(
                        call(
                                "AwardEmojiApi.getIssueAwardEmojis",
                                () -> gitlab.getAwardEmojiApi().getIssueAwardEmojis(1L, iid)))
                .hasSize(1);
        assertThat(gitlab.getIssuesApi().getIssue(PROJECT, iid).getUpvotes()).isEqualTo(1);
        assertThat(
                        call(
                                "DiscussionsApi.getIssueDiscussions",
                                () -> gitlab.getDiscussionsApi().getIssueDiscussions(1L, iid)))
                .hasSize(1);
    }

    @Test
    void keepsEpicsAndHooksOfGroups() throws GitLabApiException {
        // Given
        var epics = gitlab.getEpicsApi();
        var wanted = new Epic();
        wanted.setTitle("Epic");
        wanted.setLabels(List.of("bug"));
        var flags = new GroupHookParams();
        flags.setUrl("http://127.0.0.1:9/none");
        flags.setIssuesEvents(true);

        // When
        var epic = call("EpicsApi.createEpic", () -> epics.createEpic("acme", wanted));
        var hook =
                call("GroupApi.addWebhook", () -> gitlab.getGroupApi().addWebhook("acme", flags));

        // Then
        assertThat(call("EpicsApi.getEpics", () -> epics.getEpics("acme")))
                .extracting("title")
                .containsExactly("Epic");
        assertThat(epic.getLabels()).contains("bug");
        assertThat(hook.getIssuesEvents()).isTrue();
    }
}
