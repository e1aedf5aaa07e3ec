package dev.pavior.local.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ReadingStateTest {

    private static final String READING =
            """
            {"owner": true, "sources": [{
              "name": "default", "host": "gitlab.example.com",
              "budget": {"share": 0.5, "limitPerMinute": 2000, "usedPerMinute": 7, "throttled": 3},
              "troubles": {"poll": "GitLab limits us"},
              "jobs": [
                {"job": "reconcile", "scope": "issues of group 7", "state": "running",
                 "done": 200, "total": 1234, "updatedAt": "2026-11-24T12:00:05Z"},
                {"job": "reconcile", "scope": "merge_requests of group 7", "state": "failed",
                 "reason": "GitLab does not show it", "done": 0, "updatedAt": "2026-11-24T12:00:01Z"},
                {"job": "reconcile", "scope": "issues of project 9", "state": "done",
                 "done": 50, "total": 50, "updatedAt": "2026-11-20T12:00:00Z"},
                {"job": "catalog", "scope": "all", "state": "done", "done": 12,
                 "updatedAt": "2026-11-24T12:00:01Z"}]}]}
            """;

    @Test
    void countsTheItemsOfThisRoundAlone() {
        // When
        var state =
                ReadingState.of(
                        JsonMapper.shared().readTree(READING),
                        Instant.parse("2026-11-24T12:00:00Z"));
        // Then
        assertThat(state.done()).isEqualTo(200);
        assertThat(state.total()).isEqualTo(1234);
        assertThat(state.troubles()).containsExactly("poll: GitLab limits us");
        assertThat(state.refused())
                .containsExactly("merge_requests of group 7: GitLab does not show it");
        assertThat(state.budget()).isEqualTo("50 % of GitLab's limit of 2,000 a minute");
        assertThat(state.throttled()).isEqualTo(3);
    }
}
