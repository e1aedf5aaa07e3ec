package dev.pavior.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.contract.v1.Observation;
import dev.pavior.contract.v1.Origin;
import dev.pavior.intake.reading.sight.Look;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class IssueDetailsTest {

    private static final String ROW =
            """
            {"id": 70, "iid": 7, "project_id": 3, "references": {"full": "acme/gateway#7"},
             "updated_at": "2026-03-10T12:00:00.500Z", "state": "opened", "user_notes_count": 1,
             "web_url": "https://gitlab.example/acme/gateway/-/issues/7"}
            """;
    private static final String NODES =
            """
            {"data": {"project": {"workItems": {"nodes": [{"iid": "7", "updatedAt": "%s",
             "userDiscussionsCount": 1, "widgets": []}]}}}}
            """;

    private final ListingGitLab server = new ListingGitLab();

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-10T12:00:00.500Z, true",
        "2026-03-10T12:00:00Z, true",
        "2026-03-10T12:00:00.501Z, false"
    })
    void tellsBothCountsOfCommentsTogetherOrNone(String updatedAt, boolean told) {
        // Given
        server.says("/api/graphql", 200, NODES.formatted(updatedAt));
        var issues =
                new Issues(
                        new IssueDetails(
                                server.client(),
                                new Abilities(
                                        Set.of(
                                                "Project.workItems(iids)",
                                                "WorkItem.updatedAt",
                                                "WorkItem.userDiscussionsCount"))));

        // When
        var seen = sight(issues).getSeen();

        // Then
        assertThat(seen.contains("notes")).isEqualTo(told);
        assertThat(seen.contains("discussions")).isEqualTo(told);
        assertThat(seen).contains("state");
    }

    private static Observation sight(Issues issues) {
        var look = new Look("default", "gitlab.example", Origin.POLL, Instant.EPOCH);
        var rows = List.of(JsonMapper.shared().readTree(ROW));
        return issues.sights(rows, look, id -> {}).getLast();
    }
}
