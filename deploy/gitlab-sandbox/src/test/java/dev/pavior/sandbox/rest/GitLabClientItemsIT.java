package dev.pavior.sandbox.rest;

import static dev.pavior.sandbox.rest.ClientStage.delete;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gitlab4j.api.GitLabApi;
import org.gitlab4j.api.GitLabApiException;
import org.gitlab4j.api.models.IssueFilter;
import org.gitlab4j.api.models.MergeRequestParams;
import org.gitlab4j.models.Constants.IssueState;
import org.gitlab4j.models.Constants.MergeRequestState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same client works with issues, merge requests and notes. */
class GitLabClientItemsIT {

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
        stage.judge(18, 15);
    }

    private static <T> T call(String name, ClientStage.ClientCall<T> call)
            throws GitLabApiException {
        return stage.call(name, call);
    }

    @Test
    void worksOnIssues() throws GitLabApiException {
        // Given
        var issues = gitlab.getIssuesApi();
        var opened =
                call(
                        "IssuesApi.createIssue",
                        () ->
                                issues.createIssue(
                                        PROJECT,
                                        "Expire sessions",
                                        "- [ ] one\n- [x] two",
                                        true,
                                        List.of(5L),
                                        null,
                                        "workflow::in dev,bug",
                                        null,
                                        null,
                                        null,
                                        null));

        // When
        var moved =
                call(
                        "IssuesApi.updateIssue",
                        () ->
                                issues.updateIssue(
                                        PROJECT,
                                        opened.getIid(),
                                        "Expire old sessions",
                                        null,
                                        null,
                                        null,
                                        null,
                                        "workflow::in dev,workflow::in review,bug",
                                        null,
                                        null,
                                        null));

        // Then
        assertThat(opened.getConfidential()).isTrue();
        assertThat(opened.getAssignee().getUsername()).isEqualTo("bo");
        assertThat(opened.getTaskCompletionStatus().getCount()).isEqualTo(2);
        assertThat(moved.getTitle()).isEqualTo("Expire old sessions");
        assertThat(moved.getLabels()).containsExactly("bug", "workflow::in review");
        assertThat(moved.getUpdatedAt()).isAfterOrEqualTo(opened.getUpdatedAt());
        var closed = call("IssuesApi.closeIssue", () -> issues.closeIssue(1L, opened.getIid()));
        assertThat(closed.getState()).isEqualTo(IssueState.CLOSED);
        assertThat(closed.getClosedBy().getUsername()).isEqualTo("root");
        var read = call("IssuesApi.getIssue", () -> issues.getIssue(PROJECT, opened.getIid()));
        assertThat(read.getClosedAt()).isEqualTo(closed.getClosedAt());
    }

    @Test
    void listsIssues() throws GitLabApiException {
        // Given
        var issues = gitlab.getIssuesApi();
        for (int i = 0; i < 5; i++) {
            issues.createIssue(2L, "Listed " + i, "some text");
        }
        var listed = new IssueFilter().withSearch("LISTED");

        // When
        var pager = call("IssuesApi.getIssues(pager)", () -> issues.getIssues(2L, listed, 2));

        // Then
        assertThat(pager.getTotalItems()).isEqualTo(5);
        assertThat(pager.getTotalPages()).isEqualTo(3);
        var all = pager.all();
        assertThat(all)
                .extracting("title")
                .containsExactly("Listed 4", "Listed 3", "Listed 2", "Listed 1", "Listed 0");
        issues.closeIssue(2L, all.get(1).getIid());
        var closed = new IssueFilter().withState(IssueState.CLOSED).withSearch("listed");
        assertThat(call("IssuesApi.getIssues(filter)", () -> issues.getIssues(2L, closed)))
                .extracting("title")
                .containsExactly("Listed 3");
        var one = new IssueFilter().withIids(List.of(all.get(1).getIid())).withSearch("listed");
        assertThat(call("IssuesApi.getGroupIssues", () -> issues.getGroupIssues("acme", one)))
                .hasSize(1);
        assertThat(call("IssuesApi.getIssues(mine)", () -> issues.getIssues()))
                .hasSizeGreaterThanOrEqualTo(5);
        long last = all.getFirst().getIid();
        call("IssuesApi.deleteIssue", () -> delete(() -> issues.deleteIssue(2L, last)));
        assertThat(issues.getOptionalIssue(2L, last)).isEmpty();
    }

    @Test
    void mergesAndCloses() throws GitLabApiException {
        // Given
        var issue = gitlab.getIssuesApi().createIssue(PROJECT, "To be closed", "by a merge");
        var requests = gitlab.getMergeRequestApi();
        var params =
                new MergeRequestParams()
                        .withTitle("Draft: Close it")
                        .withSourceBranch("close-it")
                        .withTargetBranch("main")
                        .withDescription("Closes #" + issue.getIid())
                        .withReviewerIds(List.of(6L))
                        .withLabels(List.of("bug"));
        var opened =
                call(
                        "MergeRequestApi.createMergeRequest",
                        () -> requests.createMergeRequest(PROJECT, params));
        assertThatThrownBy(() -> requests.acceptMergeRequest(PROJECT, opened.getIid()))
                .isInstanceOfSatisfying(
                        GitLabApiException.class,
                        e -> assertThat(e.getHttpStatus()).isEqualTo(405));
        var ready =
                call(
                        "MergeRequestApi.updateMergeRequest",
                        () ->
                                requests.updateMergeRequest(
                                        PROJECT,
                                        opened.getIid(),
                                        new MergeRequestParams().withTitle("Close it")));

        // When
        var merged =
                call(
                        "MergeRequestApi.acceptMergeRequest",
                        () -> requests.acceptMergeRequest(PROJECT, opened.getIid()));

        // Then
        assertThat(opened.getDraft()).isTrue();
        assertThat(ready.getDetailedMergeStatus()).isEqualTo("mergeable");
        assertThat(merged.getState()).isEqualTo("merged");
        assertThat(merged.getMergedAt()).isNotNull();
        assertThat(merged.getMergeCommitSha()).hasSize(40);
        assertThat(gitlab.getIssuesApi().getIssue(PROJECT, issue.getIid()).getState())
                .isEqualTo(IssueState.CLOSED);
        var read =
                call(
                        "MergeRequestApi.getMergeRequest",
                        () -> requests.getMergeRequest(PROJECT, opened.getIid()));
        assertThat(read.getMergeUser().getUsername()).isEqualTo("root");
        assertThat(
                        call(
                                "MergeRequestApi.getMergeRequests",
                                () ->
                                        requests.getMergeRequests(
                                                (Object) PROJECT, MergeRequestState.MERGED)))
                .hasSize(1);
        assertThat(
                        call(
                                "MergeRequestApi.getClosesIssues",
                                () -> requests.getClosesIssues(PROJECT, opened.getIid())))
                .extracting("iid")
                .containsExactly(issue.getIid());
        assertThat(
                        call(
                                "IssuesApi.getClosedByMergeRequests",
                                () ->
                                        gitlab.getIssuesApi()
                                                .getClosedByMergeRequests(PROJECT, issue.getIid())))
                .extracting("iid")
                .containsExactly(opened.getIid());
    }

    @Test
    void keepsNotes() throws GitLabApiException {
        // Given
        var issue = gitlab.getIssuesApi().createIssue(2L, "To talk about", "");
        var notes = gitlab.getNotesApi();

        // When
        var said =
                call(
                        "NotesApi.createIssueNote",
                        () -> notes.createIssueNote(2L, issue.getIid(), "First <words>"));

        // Then
        assertThat(said.getNoteableType()).isEqualTo("Issue");
        assertThat(said.getBody()).isEqualTo("First <words>");
        var better =
                call(
                        "NotesApi.updateIssueNote",
                        () -> notes.updateIssueNote(2L, issue.getIid(), said.getId(), "Better"));
        assertThat(better.getBody()).isEqualTo("Better");
        assertThat(call("NotesApi.getIssueNotes", () -> notes.getIssueNotes(2L, issue.getIid())))
                .hasSize(1);
        assertThat(
                        call(
                                        "NotesApi.getIssueNote",
                                        () -> notes.getIssueNote(2L, issue.getIid(), said.getId()))
                                .getBody())
                .isEqualTo("Better");
        call(
                "NotesApi.deleteIssueNote",
                () -> delete(() -> notes.deleteIssueNote(2L, issue.getIid(), said.getId())));
        assertThat(notes.getIssueNotes(2L, issue.getIid())).isEmpty();
        noteOnMergeRequest();
    }

    private void noteOnMergeRequest() throws GitLabApiException {
        var request =
                gitlab.getMergeRequestApi()
                        .createMergeRequest(2L, "talk", "main", "Talked about", "", 5L);
        var notes = gitlab.getNotesApi();
        var said =
                call(
                        "NotesApi.createMergeRequestNote",
                        () ->
                                notes.createMergeRequestNote(
                                        2L, request.getIid(), "Good", null, false));
        assertThat(
                        call(
                                "NotesApi.getMergeRequestNotes",
                                () -> notes.getMergeRequestNotes(2L, request.getIid())))
                .extracting("id")
                .containsExactly(said.getId());
    }
}
