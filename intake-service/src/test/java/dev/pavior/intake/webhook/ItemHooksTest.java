package dev.pavior.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.contract.v1.Observation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemHooksTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            quoteCharacter = '#',
            value = {
                "#\"action\":\"approved\"#, true",
                "#\"action\":\"unapproved\"#, false",
                "#\"action\":\"approval\"#, none",
                "#\"action\":\"unapproval\"#, none",
                "#\"action\":\"update\",\"system\":true,\"system_action\":\"approvals_reset_on_push\"#, false",
                "#\"action\":\"unapproved\",\"system_action\":\"code_owner_approvals_reset_on_push\"#, false",
                "#\"action\":\"unapproval\",\"system_action\":\"code_owner_approvals_reset_on_push\"#, none",
                "#\"action\":\"merge\"#, none"
            })
    void saysWhetherAMergeRequestIsApprovedOnlyWhereItIsTold(String attributes, Boolean approved) {
        // When
        var seen = mergeRequest(attributes, "\"x\":0");

        // Then
        assertThat(seen.getApproved()).isEqualTo(approved);
        assertThat(seen.getSeen().contains("approved")).isEqualTo(approved != null);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            quoteCharacter = '#',
            value = {
                "#\"target_branch\":\"main\"#, #\"project\":{\"default_branch\":\"main\"}#, true",
                "#\"target_branch\":\"15-0\"#, #\"project\":{\"default_branch\":\"main\"}#, false",
                "#\"target_branch\":\"main\"#, #\"project\":{\"default_branch\":null}#, none",
                "#\"source_branch\":\"main\"#, #\"project\":{\"default_branch\":\"main\"}#, none",
                "#\"target_branch\":\"main\",\"target\":{\"default_branch\":\"main\"}#, #\"x\":0#, true"
            })
    void knowsTheDefaultBranchWhereThePayloadShowsIt(
            String attributes, String project, Boolean into) {
        // When
        var seen = mergeRequest(attributes, project);

        // Then
        assertThat(seen.getIntoDefaultBranch()).isEqualTo(into);
        assertThat(seen.getSeen().contains("intoDefaultBranch")).isEqualTo(into != null);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '#',
            value = {
                "#\"x\":0#, Merge Request Hook, false",
                "#\"confidential\":false#, Merge Request Hook, false",
                "#\"confidential\":true#, Merge Request Hook, true",
                "#\"confidential\":\"no\"#, Merge Request Hook, true",
                "#\"x\":0#, Confidential Merge Request Hook, true"
            })
    void treatsAMergeRequestAsPublicUnlessThereIsASign(
            String attributes, String header, boolean confidential) {
        // Given
        var delivery = Deliveries.of(mergeRequestBody(attributes, "\"x\":0"));

        // When
        var seen = delivery.header("X-Gitlab-Event", header).main(Observation.class);

        // Then
        assertThat(seen.getConfidential()).isEqualTo(confidential);
    }

    @Test
    void readsWhatOnlySomePayloadsHave() {
        // When
        var seen =
                issue(
                        "\"health_status\":\"at_risk\",\"moved_to_id\":301,\"iteration\":{\"id\":12},"
                                + "\"epic\":{\"id\":9,\"iid\":3,\"group_id\":35}");

        // Then
        assertThat(seen.getHealthStatus()).isEqualTo("at_risk");
        assertThat(seen.getMovedToId()).isEqualTo(301L);
        assertThat(seen.getIterationId()).isEqualTo(12L);
        assertThat(seen.getParent()).isEqualTo("gitlab.example/groups/35/epic/3");
        assertThat(seen.getProjectPath()).isEqualTo("team/runner");
        assertThat(seen.getSeen())
                .containsExactly(
                        "confidential", "healthStatus", "iterationId", "movedToId", "parent");
    }

    @Test
    void seesThatSuchFieldsAreEmpty() {
        // When
        var seen =
                issue(
                        "\"health_status\":null,\"moved_to_id\":null,\"sprint_id\":null,\"parent\":null");

        // Then
        assertThat(seen.getSeen())
                .containsExactly(
                        "confidential", "healthStatus", "iterationId", "movedToId", "parent");
        assertThat(seen.getHealthStatus()).isNull();
        assertThat(seen.getMovedToId()).isNull();
        assertThat(seen.getIterationId()).isNull();
        assertThat(seen.getParent()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "true, false, issue, false",
        "false, true, issue, true",
        "false, true, confidential_issue, true"
    })
    void seesAFlipOfConfidentialityInBothDirections(
            boolean previous, boolean current, String type, boolean confidential) {
        // Given: a snapshot that may be older than the change it comes with
        var body =
                """
                {"object_kind":"issue","event_type":"%s",
                 "object_attributes":{"iid":1,"project_id":2,"confidential":false},
                 "changes":{"confidential":{"previous":%s,"current":%s}}}"""
                        .formatted(type, previous, current);

        // When
        var seen = Deliveries.of(body).main(Observation.class);

        // Then
        assertThat(seen.getConfidential()).isEqualTo(confidential);
        assertThat(seen.getSeen()).contains("confidential");
    }

    @Test
    void keysAnEpicWithoutAnyProjectByItsGroup() {
        // Given
        var body =
                """
                {"object_kind":"work_item","project":null,"project_id":null,
                 "group":{"id":35,"full_path":"team"},
                 "object_attributes":{"iid":3,"type":"Epic","project_id":null,"confidential":true}}""";

        // When
        var seen = Deliveries.of(body).main(Observation.class);

        // Then
        assertThat(seen.getItem()).isEqualTo("gitlab.example/groups/35/epic/3");
        assertThat(seen.getGroupId()).isEqualTo(35L);
        assertThat(seen.getProjectId()).isNull();
        assertThat(seen.getProjectPath()).isEqualTo("team");
        assertThat(seen.getConfidential()).isTrue();
    }

    private static Observation issue(String attributes) {
        return Deliveries.of(
                        """
                        {"object_kind":"issue","project":{"id":2,"path_with_namespace":"team/runner"},
                         "object_attributes":{"iid":1,"confidential":false,%s}}"""
                                .formatted(attributes))
                .main(Observation.class);
    }

    private static Observation mergeRequest(String attributes, String project) {
        return Deliveries.of(mergeRequestBody(attributes, project)).main(Observation.class);
    }

    private static String mergeRequestBody(String attributes, String project) {
        return "{\"object_kind\":\"merge_request\",\"object_attributes\":{\"iid\":4,\"target_project_id\":5,%s},%s}"
                .formatted(attributes, project);
    }
}
