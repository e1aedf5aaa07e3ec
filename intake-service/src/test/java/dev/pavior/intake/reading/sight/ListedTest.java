package dev.pavior.intake.reading.sight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.contract.ItemKey;
import dev.pavior.contract.v1.ItemState;
import dev.pavior.contract.v1.Origin;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ListedTest {

    private static final Look LOOK =
            new Look(
                    "default",
                    "gitlab.example",
                    Origin.POLL,
                    Instant.parse("2026-03-01T12:00:00Z"));

    @Test
    void readsWhatAListShowsOfAnIssue() {
        // Given
        var row =
                row(
                        """
                        {"id":900,"iid":7,"project_id":3,"title":"T","description":null,"state":"closed",
                        "created_at":"2026-02-01T08:00:00.123Z","updated_at":"2026-02-02T08:00:00.5+01:00",
                        "closed_at":"2026-02-02T07:00:00Z","labels":["b","a"],"milestone":{"id":5},
                        "assignees":[{"id":9},{"id":4}],"author":{"id":2},"issue_type":"test_case",
                        "confidential":true,"weight":null,"upvotes":3,"downvotes":1,"user_notes_count":8,
                        "health_status":"at_risk","moved_to_id":null,"iteration":{"id":11},
                        "references":{"full":"acme/gateway#7"}}
                        """);

        // When
        var seen = Listed.issue(row, LOOK).orElseThrow().done();

        // Then
        assertThat(seen.getItem()).isEqualTo("gitlab.example/3/issue/7");
        assertThat(seen.getState()).isEqualTo(ItemState.CLOSED);
        assertThat(seen.getType()).isEqualTo("Test Case");
        assertThat(seen.getLabels()).containsExactly("a", "b");
        assertThat(seen.getAssigneeIds()).containsExactly(4L, 9L);
        assertThat(seen.getValidAt()).isEqualTo(Instant.parse("2026-02-02T07:00:00.500Z"));
        assertThat(seen.getConfidential()).isTrue();
        assertThat(seen.getMilestoneId()).isEqualTo(5);
        assertThat(seen.getIterationId()).isEqualTo(11);
        assertThat(seen.getHealthStatus()).isEqualTo("at_risk");
        assertThat(seen.getProjectPath()).isEqualTo("acme/gateway");
        assertThat(seen.getSeen())
                .contains("description", "weight", "movedToId", "upvotes", "downvotes", "notes")
                .doesNotContain("parent", "status", "links", "discussions");
    }

    @Test
    void doesNotReadATimeThatNoRecordCanHold() {
        // Given
        var row =
                row(
                        """
                        {"id":900,"iid":7,"project_id":3,"state":"opened",
                        "created_at":"+300000000-01-01T00:00:00Z","updated_at":"0001-01-01T00:00:00Z"}
                        """);

        // When
        var seen = Listed.issue(row, LOOK).orElseThrow().done();

        // Then
        assertThat(seen.getSeen()).contains("state").doesNotContain("createdAt");
        assertThat(seen.getValidAt()).isNull();
    }

    @Test
    void takesAnIssueOfWhichNothingIsSaidForConfidential() {
        // When
        var seen = Listed.issue(row("{\"iid\":7,\"project_id\":3}"), LOOK).orElseThrow().done();

        // Then
        assertThat(seen.getConfidential()).isTrue();
        assertThat(seen.getSeen()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"main, true", "next, false"})
    void knowsWhetherAMergeReachesTheDefaultBranch(String branch, boolean expected) {
        // Given
        var row =
                row(
                        "{\"iid\":7,\"project_id\":3,\"state\":\"merged\",\"draft\":false,\"target_branch\":\""
                                + branch
                                + "\",\"merged_at\":\"2026-02-02T07:00:00Z\",\"reviewers\":[]}");

        // When
        var seen = Listed.mergeRequest(row, LOOK, "main").orElseThrow().done();

        // Then
        assertThat(seen.getIntoDefaultBranch()).isEqualTo(expected);
        assertThat(seen.getMergedAt()).isEqualTo(Instant.parse("2026-02-02T07:00:00Z"));
        assertThat(seen.getSeen()).contains("reviewerIds", "draft", "confidential");
    }

    @ParameterizedTest
    @CsvSource({"'{}'", "'{\"iid\":0,\"project_id\":3}'", "'{\"iid\":\"x\",\"project_id\":[]}'"})
    void passesOverRowsThatDoNotSayWhichItemTheyAre(String row) {
        // When
        var seen = Listed.issue(row(row), LOOK);

        // Then
        assertThat(seen).isEmpty();
    }

    @Test
    void addsWhatOnlyAQueryShows() {
        // Given
        var sighting = Listed.issue(row("{\"iid\":7,\"project_id\":3}"), LOOK).orElseThrow();
        var node =
                row(
                        """
                        {"iid":"7","userDiscussionsCount":2,"widgets":[{},{"status":null},
                        {"parent":{"iid":"4","workItemType":{"name":"Epic"},"project":null,
                        "namespace":{"id":"gid://gitlab/Group/12"}}},{"healthStatus":"needsAttention"},
                        {"linkedItems":{"nodes":[{"linkType":"blocks","workItem":{"iid":"9",
                        "project":{"id":"gid://gitlab/Project/5"}}},{"linkType":"relates_to","workItem":null}]}}]}
                        """);

        // When
        Widgets.add(sighting, node);

        // Then
        var seen = sighting.done();
        assertThat(seen.getSeen())
                .containsExactly("discussions", "healthStatus", "links", "parent", "status");
        assertThat(seen.getParent()).isEqualTo(ItemKey.epic("gitlab.example", 12, 4).toString());
        assertThat(seen.getLinks())
                .extracting(link -> link.getType() + " " + link.getItem())
                .containsExactly("blocks gitlab.example/5/issue/9");
        assertThat(seen.getHealthStatus()).isEqualTo("needs_attention");
        assertThat(seen.getStatus()).isNull();
    }

    private static JsonNode row(String json) {
        return JsonMapper.builder().build().readTree(json);
    }
}
