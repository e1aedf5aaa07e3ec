package dev.pavior.sandbox.rest;

import static dev.pavior.sandbox.rest.ClientStage.delete;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pavior.sandbox.RunningSandbox;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import org.gitlab4j.api.GitLabApi;
import org.gitlab4j.api.GitLabApiException;
import org.gitlab4j.api.models.Label;
import org.gitlab4j.api.models.Milestone;
import org.gitlab4j.api.models.ProjectHook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A client that nobody here wrote works with the places, and finds GitLab's answers. */
class GitLabClientIT {

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
        stage.judge(20, 15);
    }

    private static <T> T call(String name, ClientStage.ClientCall<T> call)
            throws GitLabApiException {
        return stage.call(name, call);
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
        try (var as = new GitLabApi(stage.url(), RunningSandbox.ADMIN)) {
            call("GitLabApi.sudo", () -> delete(() -> as.sudo("dara")));

            // When
            var opened = as.getIssuesApi().createIssue(2L, "Seen by Dara", "");

            // Then
            assertThat(opened.getAuthor().getUsername()).isEqualTo("dara");
        }
    }
}
