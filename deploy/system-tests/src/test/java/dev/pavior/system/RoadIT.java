package dev.pavior.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pavior.contract.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Follows items along the whole road: hook, event, label, number, handoff. */
@ExtendWith(RunningDemo.class)
class RoadIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String REQUIREMENT = "ProdSecEngMetric::ProdSecRequirement";

    @Test
    void labelsACandidateThatNobodyCategorised(Demo demo) {
        // Given
        var gitlab = Api.gitlab(demo);
        var project = project(gitlab);

        // When
        var started = System.nanoTime();
        var issue =
                gitlab.post(
                        "/projects/" + project + "/issues",
                        Map.of("title", "Scan tokens", "labels", "ProdSecEng Candidate"));

        // Then
        var path = "/projects/" + project + "/issues/" + issue.get("iid").asLong();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(
                        () ->
                                assertThat(labels(gitlab.get(path)))
                                        .contains("ProdSecEngMetric::Pending"));
        tell("hook to label", started);
    }

    @Test
    void leavesALabelOffThatAPersonTookOff(Demo demo) {
        // Given
        var gitlab = Api.gitlab(demo);
        var project = project(gitlab);
        var issue =
                gitlab.post(
                        "/projects/" + project + "/issues",
                        Map.of("title", "Rotate keys", "labels", "ProdSecEng Candidate"));
        var path = "/projects/" + project + "/issues/" + issue.get("iid").asLong();
        await().atMost(PATIENCE).until(() -> hasPending(gitlab.get(path)));

        // When
        gitlab.put(path, Map.of("remove_labels", "ProdSecEngMetric::Pending"));

        // Then
        var key = key(demo, issue);
        var wire = new Wire(demo);
        await().atMost(PATIENCE).until(() -> wire.all(Topics.WORK_ITEMS.name(), key).size() >= 3);
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(5))
                .until(() -> !hasPending(gitlab.get(path)));
    }

    @Test
    void countsAMergedRequirementOnThePageWithinTheMonth(Demo demo) {
        // Given
        var gitlab = Api.gitlab(demo);
        var metrics = Api.service(demo, "PAVIOR_METRICS_URL");
        var project = project(gitlab);
        var before = delivered(metrics);
        var request =
                gitlab.post(
                        "/projects/" + project + "/merge_requests",
                        Map.of(
                                "title",
                                "Add a token scanner",
                                "source_branch",
                                "scanner-" + System.nanoTime(),
                                "target_branch",
                                "main",
                                "labels",
                                REQUIREMENT));
        var path = "/projects/" + project + "/merge_requests/" + request.get("iid").asLong();

        // When
        var started = System.nanoTime();
        gitlab.put(path + "/merge", Map.of());

        // Then
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(delivered(metrics)).isGreaterThan(before));
        tell("hook to number", started);
    }

    @Test
    void proposesTheOwnerOfCompleteWork(Demo demo) {
        // Given
        var gitlab = Api.gitlab(demo);
        var handoffs = Api.service(demo, "PAVIOR_HANDOFF_URL");
        var project = project(gitlab);
        var issue =
                gitlab.post(
                        "/projects/" + project + "/issues",
                        Map.of(
                                "title",
                                "Hand the scanner over",
                                "labels",
                                "Product Security Engineering Team,workflow::in review,"
                                        + "group::authentication"));
        var path = "/projects/" + project + "/issues/" + issue.get("iid").asLong();

        // When
        gitlab.put(path, Map.of("add_labels", "workflow::complete", "state_event", "close"));

        // Then
        var key = key(demo, issue);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            var handoff = handoffs.get("/v1/handoffs?item=" + key).toString();
                            assertThat(handoff).contains(key, "\"proposed\"", "\"Authentication\"");
                        });
    }

    @Test
    void keepsARecordedHookOnceHoweverOftenItComes(Demo demo) throws IOException {
        // Given
        var hook = Files.readString(Path.of("src/test/resources/gitlab/issue-open.json"));
        var webhooks = Api.webhooks(demo);
        var wire = new Wire(demo);
        var key = "gitlab.example.com/4711/issue/3";

        // When
        for (var delivery : new String[] {"twin-a", "twin-a", "twin-b"}) {
            var answer =
                    webhooks.send(
                            "POST",
                            "/webhooks/gitlab",
                            hook,
                            Map.of(
                                    "X-Gitlab-Event", "Issue Hook",
                                    "X-Gitlab-Instance", "https://gitlab.example.com",
                                    "Idempotency-Key", delivery));
            assertThat(answer.statusCode()).isEqualTo(200);
        }

        // Then
        await().atMost(PATIENCE).until(() -> wire.all(Topics.OBSERVATIONS.name(), key).size() == 3);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(wire.all(Topics.EDIT_RESULTS.name(), key))
                                        .as("the writer edits only its own instance")
                                        .isNotEmpty()
                                        .allSatisfy(
                                                result ->
                                                        assertThat(result.value().get("outcome"))
                                                                .hasToString("REFUSED")));
        assertThat(wire.all(Topics.WORK_ITEMS.name(), key)).hasSize(1);
    }

    private static long project(Api gitlab) {
        return gitlab.get("/projects").get(0).get("id").asLong();
    }

    private static String key(Demo demo, JsonNode issue) {
        var host = demo.env("PAVIOR_GITLAB_URL").replaceFirst("https?://", "");
        return "%s/%d/issue/%d"
                .formatted(host, issue.get("project_id").asLong(), issue.get("iid").asLong());
    }

    private static String labels(JsonNode item) {
        return item.get("labels").toString();
    }

    private static boolean hasPending(JsonNode issue) {
        return labels(issue).contains("ProdSecEngMetric::Pending");
    }

    private static long delivered(Api metrics) {
        var month = YearMonth.now(ZoneOffset.UTC).toString();
        return metrics.get("/v1/kpis/requirements-delivered?from=" + month + "&to=" + month)
                .findPath("numerator")
                .asLong(0);
    }

    private static void tell(String what, long started) {
        System.out.printf("%s: %d ms%n", what, (System.nanoTime() - started) / 1_000_000);
    }
}
