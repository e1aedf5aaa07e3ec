package dev.pavior.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.sandbox.RunningSandbox;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every change is remembered as GitLab remembers it. */
class ResourceEventsIT {

    private static final String ISSUES = "/api/v4/projects/1/issues";

    private static RunningSandbox sandbox;
    private String issue = "";

    @BeforeAll
    static void start() {
        sandbox = RunningSandbox.with(Map.of());
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void open() throws Exception {
        var made = sandbox.ask("POST", ISSUES, "title=One&labels=workflow::in dev");
        issue = ISSUES + "/" + made.get("iid").asString();
    }

    @Test
    void takesAScopedLabelAwayBeforeItAddsTheNext() throws Exception {
        // Given an issue with workflow::in dev

        // When
        sandbox.ask("PUT", issue, "add_labels=workflow::in review");

        // Then
        var events = events("label");
        assertThat(events)
                .extracting(e -> e.get("action").asString() + " " + e.at("/label/name").asString())
                .containsExactly(
                        "add workflow::in dev",
                        "remove workflow::in dev",
                        "add workflow::in review");
        assertThat(events.get(1).get("created_at")).isEqualTo(events.get(2).get("created_at"));
        assertThat(events.get(0).at("/user/username").asString()).isEqualTo("root");
        assertThat(events.get(0).get("resource_type").asString()).isEqualTo("Issue");
    }

    @Test
    void tellsStatesButNotTheOpening() throws Exception {
        // Given
        assertThat(events("state")).isEmpty();

        // When
        sandbox.ask("PUT", issue, "state_event=close");
        sandbox.ask("PUT", issue, "state_event=reopen");

        // Then
        assertThat(events("state"))
                .extracting(event -> event.get("state").asString())
                .containsExactly("closed", "reopened");
    }

    @Test
    void tellsWeightsMilestonesAndIterations() throws Exception {
        // Given
        var milestone = sandbox.ask("POST", "/api/v4/projects/1/milestones", "title=m" + issue);
        var iteration =
                sandbox.ask(
                        "POST",
                        "/-/sandbox/groups/1/iterations",
                        "start_date=2026-11-01&due_date=2026-11-14");

        // When
        sandbox.ask(
                "PUT",
                issue,
                "weight=3&milestone_id="
                        + milestone.get("id").asString()
                        + "&iteration_id="
                        + iteration.get("id").asString());
        sandbox.ask("PUT", issue, "weight=&milestone_id=0");

        // Then
        assertThat(events("weight"))
                .extracting(event -> event.get("weight").asInt(-1))
                .containsExactly(3, -1);
        assertThat(events("milestone"))
                .extracting(event -> event.get("action").asString())
                .containsExactly("add", "remove");
        assertThat(events("iteration").get(0).at("/iteration/due_date").asString())
                .isEqualTo("2026-11-14");
    }

    @Test
    void forgetsWhichLabelItWasOnceTheLabelIsDeletedAndTellsNobody() throws Exception {
        // Given
        sandbox.ask("PUT", issue, "add_labels=short lived");
        var before = sandbox.ask("GET", issue, "");

        // When
        sandbox.send("DELETE", "/api/v4/projects/1/labels/short%20lived", RunningSandbox.ADMIN, "");

        // Then
        var after = sandbox.ask("GET", issue, "");
        var events = events("label");
        assertThat(events.getLast().get("label").isNull()).isTrue();
        assertThat(after.get("labels")).hasSize(1);
        assertThat(after.get("updated_at")).isEqualTo(before.get("updated_at"));
        assertThat(events).hasSize(2);
    }

    @Test
    void comesInPages() throws Exception {
        // Given
        for (int weight = 1; weight <= 5; weight++) {
            sandbox.ask("PUT", issue, "weight=" + weight);
        }

        // When
        var page =
                sandbox.send(
                        "GET",
                        issue + "/resource_weight_events?per_page=2&page=2",
                        RunningSandbox.READ,
                        "");

        // Then
        assertThat(page.headers().firstValue("x-total")).contains("5");
        assertThat(page.body()).contains("\"weight\":3").contains("\"weight\":4");
    }

    @Test
    void tellsThatAMergeRequestWasMerged() throws Exception {
        // Given
        var made =
                sandbox.ask(
                        "POST",
                        "/api/v4/projects/1/merge_requests",
                        "title=M&source_branch=m&target_branch=main");
        String request = "/api/v4/projects/1/merge_requests/" + made.get("iid").asString();

        // When
        sandbox.ask("PUT", request + "/merge", "");

        // Then
        var events = sandbox.ask("GET", request + "/resource_state_events", "");
        assertThat(events.get(0).get("state").asString()).isEqualTo("merged");
        assertThat(events.get(0).get("resource_id")).isEqualTo(made.get("id"));
    }

    private List<JsonNode> events(String kind) throws Exception {
        return sandbox.ask("GET", issue + "/resource_" + kind + "_events", "")
                .valueStream()
                .toList();
    }
}
