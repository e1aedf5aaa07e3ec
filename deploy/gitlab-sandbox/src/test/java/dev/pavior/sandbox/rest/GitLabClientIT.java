package dev.pavior.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pavior.sandbox.Corpus;
import dev.pavior.sandbox.RunningSandbox;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.gitlab4j.api.GitLabApi;
import org.gitlab4j.api.GitLabApiException;
import org.gitlab4j.api.models.IssueFilter;
import org.gitlab4j.api.models.Label;
import org.gitlab4j.api.models.MergeRequestParams;
import org.gitlab4j.api.models.Milestone;
import org.gitlab4j.api.models.ProjectHook;
import org.gitlab4j.models.Constants.IssueState;
import org.gitlab4j.models.Constants.MergeRequestState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A client that nobody here wrote works with the sandbox, and finds GitLab's answers. */
class GitLabClientIT {

    private static final String PROJECT = "acme/gateway";
    private static final Set<String> CALLS = new ConcurrentSkipListSet<>();

    private static RunningSandbox sandbox;
    private static Recorder recorder;
    private static GitLabApi gitlab;

    /** A call of the client that may fail. */
    private interface ClientCall<T> {
        T make() throws GitLabApiException;
    }

    @BeforeAll
    static void start() throws Exception {
        sandbox = RunningSandbox.with(Map.of());
        recorder = new Recorder(sandbox.url());
        gitlab = new GitLabApi(recorder.url(), RunningSandbox.ADMIN);
    }

    @AfterAll
    static void judge() {
        try {
            assertThat(CALLS).as("named calls").hasSizeGreaterThanOrEqualTo(25);
            System.out.println("gitlab4j calls: " + CALLS.size() + " " + CALLS);
            judgeAnswers();
        } finally {
            gitlab.close();
            recorder.close();
            sandbox.close();
        }
    }

    private static void judgeAnswers() {
        if (!Corpus.given()) {
            System.out.println(
                    "answers are not compared with GitLab's description: no PAVIOR_CORPUS");
            return;
        }
        var described = new DescribedApi(Corpus.orSkip(GitLabClientIT.class));
        var complaints = new TreeSet<String>();
        var undescribed = new TreeMap<String, Integer>();
        int validated = 0;
        for (var answer : recorder.answers()) {
            var found = described.complaints(answer);
            validated += found.isPresent() ? 1 : 0;
            complaints.addAll(found.orElse(List.of()));
            if (found.isEmpty()) {
                undescribed.merge(template(answer), 1, Integer::sum);
            }
        }
        System.out.println(
                "answers: %d, validated against GitLab's description: %d, not described there: %s"
                        .formatted(recorder.answers().size(), validated, undescribed));
        assertThat(described.learned()).isGreaterThan(100);
        assertThat(validated).isGreaterThan(25);
        assertThat(complaints).isEmpty();
    }

    private static String template(Recorder.Answered answer) {
        return answer.method()
                + " "
                + answer.path().replaceFirst("/api/v4", "").replaceAll("/(\\d+|acme[^/]*)", "/:id")
                + " "
                + answer.status();
    }

    private static <T> T call(String name, ClientCall<T> call) throws GitLabApiException {
        CALLS.add(name);
        return call.make();
    }

    @Test
    void findsProjectsGroupsAndPeople() throws GitLabApiException {
        // Given
        var projects = gitlab.getProjectApi();

        // When
        var project = call("ProjectApi.getProject", () -> projects.getProject((Object) PROJECT));

        // Then
        assertThat(project.getId()).isEqualTo(1L);
        assertThat(call("ProjectApi.getProjects", () -> projects.getProjects())).hasSize(2);
        assertThat(call("ProjectApi.getMembers", () -> projects.getMembers(1L))).isNotEmpty();
        var groups = gitlab.getGroupApi();
        assertThat(call("GroupApi.getGroup", () -> groups.getGroup("acme")).getId()).isEqualTo(1L);
        assertThat(call("GroupApi.getGroups", () -> groups.getGroups())).hasSize(1);
        assertThat(call("GroupApi.getProjects", () -> groups.getProjects("acme"))).hasSize(2);
        var users = gitlab.getUserApi();
        assertThat(call("UserApi.getCurrentUser", () -> users.getCurrentUser()).getUsername())
                .isEqualTo("root");
        assertThat(call("UserApi.getUser", () -> users.getUser("ada")).getName())
                .isEqualTo("Ada Kovac");
        assertThat(call("UserApi.getUsers", () -> users.getUsers())).hasSize(9);
        assertThat(call("GitLabApi.getVersion", () -> gitlab.getVersion()).getVersion())
                .isEqualTo(UserCalls.VERSION);
        var token =
                call(
                        "PersonalAccessTokenApi.getPersonalAccessToken",
                        () -> gitlab.getPersonalAccessTokenApi().getPersonalAccessToken());
        assertThat(token.getName()).isEqualTo("admin");
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

    /** A call of the client that returns nothing. */
    private interface ClientDeletion {
        void make() throws GitLabApiException;
    }

    private static Boolean delete(ClientDeletion call) throws GitLabApiException {
        call.make();
        return true;
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
    void keepsLabels() throws GitLabApiException {
        // Given
        var labels = gitlab.getLabelsApi();
        var wanted = new Label().withName("area::api").withColor("#aabbcc").withPriority(1);

        // When
        var made =
                call(
                        "LabelsApi.createProjectLabel",
                        () -> labels.createProjectLabel(PROJECT, wanted));

        // Then
        assertThat(made.getIsProjectLabel()).isTrue();
        assertThatThrownBy(() -> labels.createProjectLabel(PROJECT, wanted))
                .isInstanceOfSatisfying(
                        GitLabApiException.class,
                        e -> assertThat(e.getHttpStatus()).isEqualTo(409));
        assertThat(call("LabelsApi.getProjectLabels", () -> labels.getProjectLabels(PROJECT)))
                .extracting("name")
                .contains("area::api", "ProdSecEng Candidate");
        var changed =
                call(
                        "LabelsApi.updateProjectLabel",
                        () ->
                                labels.updateProjectLabel(
                                        PROJECT, "area::api", new Label().withColor("#112233")));
        assertThat(changed.getColor()).isEqualTo("#112233");
        assertThat(
                        call(
                                        "LabelsApi.getProjectLabel",
                                        () -> labels.getProjectLabel(PROJECT, "area::api"))
                                .getId())
                .isEqualTo(made.getId());
        call(
                "LabelsApi.deleteProjectLabel",
                () -> delete(() -> labels.deleteProjectLabel(PROJECT, "area::api")));
        assertThat(labels.getOptionalProjectLabel(PROJECT, "area::api")).isEmpty();
        var group =
                call(
                        "LabelsApi.createGroupLabel",
                        () ->
                                labels.createGroupLabel(
                                        "acme", new Label().withName("wide").withColor("#123456")));
        assertThat(call("LabelsApi.getGroupLabels", () -> labels.getGroupLabels("acme")))
                .extracting("id")
                .contains(group.getId());
        assertThat(
                        call("LabelsApi.getGroupLabel", () -> labels.getGroupLabel("acme", "wide"))
                                .getName())
                .isEqualTo("wide");
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

    @Test
    void keepsMilestones() throws GitLabApiException {
        // Given
        var milestones = gitlab.getMilestonesApi();
        var due = Date.from(LocalDate.of(2026, 1, 31).atStartOfDay().toInstant(ZoneOffset.UTC));

        // When
        var made =
                call(
                        "MilestonesApi.createMilestone",
                        () -> milestones.createMilestone(PROJECT, "2026.01", "January", due, null));

        // Then
        assertThat(made.getIid()).isEqualTo(1L);
        assertThat(made.getExpired()).isTrue();
        assertThat(call("MilestonesApi.getMilestones", () -> milestones.getMilestones(PROJECT)))
                .hasSize(1);
        assertThat(
                        call(
                                        "MilestonesApi.getMilestone",
                                        () -> milestones.getMilestone(PROJECT, made.getId()))
                                .getTitle())
                .isEqualTo("2026.01");
        Milestone closed =
                call(
                        "MilestonesApi.closeMilestone",
                        () -> milestones.closeMilestone(PROJECT, made.getId()));
        assertThat(closed.getState()).isEqualTo("closed");
        var wide =
                call(
                        "MilestonesApi.createGroupMilestone",
                        () -> milestones.createGroupMilestone("acme", "2026.02", "", null, null));
        assertThat(wide.getGroupId()).isEqualTo(1L);
        assertThat(
                        call(
                                "MilestonesApi.getGroupMilestones",
                                () -> milestones.getGroupMilestones("acme")))
                .hasSize(1);
        var planned =
                gitlab.getIssuesApi()
                        .createIssue(
                                PROJECT,
                                "Planned",
                                "",
                                false,
                                null,
                                wide.getId(),
                                null,
                                null,
                                null,
                                null,
                                null);
        assertThat(planned.getMilestone().getTitle()).isEqualTo("2026.02");
    }

    @Test
    void keepsHooks() throws GitLabApiException {
        // Given
        var projects = gitlab.getProjectApi();
        var flags = new ProjectHook();
        flags.setIssuesEvents(true);
        flags.setPushEvents(false);

        // When
        var made =
                call(
                        "ProjectApi.addHook",
                        () ->
                                projects.addHook(
                                        PROJECT,
                                        "http://127.0.0.1:9/none",
                                        flags,
                                        false,
                                        "s3cret"));

        // Then
        assertThat(made.getIssuesEvents()).isTrue();
        assertThat(made.getPushEvents()).isFalse();
        assertThat(call("ProjectApi.getHooks", () -> projects.getHooks(PROJECT))).hasSize(1);
        made.setNoteEvents(true);
        assertThat(call("ProjectApi.modifyHook", () -> projects.modifyHook(made)).getNoteEvents())
                .isTrue();
        assertThat(
                        call("ProjectApi.getHook", () -> projects.getHook(PROJECT, made.getId()))
                                .getUrl())
                .endsWith("/none");
        call(
                "ProjectApi.deleteHook",
                () -> delete(() -> projects.deleteHook(PROJECT, made.getId())));
        assertThat(projects.getHooks(PROJECT)).isEmpty();
    }

    @Test
    void actsAsSomebodyElse() throws GitLabApiException {
        // Given
        try (var as = new GitLabApi(recorder.url(), RunningSandbox.ADMIN)) {
            call("GitLabApi.sudo", () -> delete(() -> as.sudo("dara")));

            // When
            var opened = as.getIssuesApi().createIssue(2L, "Seen by Dara", "");

            // Then
            assertThat(opened.getAuthor().getUsername()).isEqualTo("dara");
        }
    }
}
