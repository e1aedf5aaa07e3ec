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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Follows items along the whole road: hook, event, label, number, handoff. */
@ExtendWith(RunningDemo.class)
class RoadIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Path HOOK = Path.of("src/test/resources/gitlab/issue-open.json");

    @Test
    void followsOneItemFromItsHookToLabelNumberAndHandoff(Demo demo) throws IOException {
        // Given
        var gitlab = Api.gitlab(demo);
        var handoffs = Api.service(demo, "PAVIOR_HANDOFF_URL");
        var issue =
                gitlab.post(
                        "/projects/" + project(gitlab) + "/issues",
                        Map.of("title", "Find tokens", "labels", "ProdSecEng Candidate"));
        var path = path(issue);
        var key = key(demo, issue);

        // When
        var started = System.nanoTime();
        deliver(demo, recordedHook(issue), demo.env("PAVIOR_GITLAB_URL"), "recorded-" + key);

        // Then
        await().atMost(PATIENCE)
                .pollInterval(POLL)
                .untilAsserted(() -> assertThat(hasPending(gitlab.get(path))).isTrue());
        tell("hook to label", started);

        started = System.nanoTime();
        gitlab.put(
                path,
                Map.of(
                        "add_labels", "workflow::complete,group::authentication",
                        "state_event", "close"));
        await().atMost(PATIENCE)
                .pollInterval(POLL)
                .untilAsserted(
                        () -> assertThat(changers(demo, "metric-label-coverage")).contains(key));
        tell("close to number", started);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(handoffs.get("/v1/handoffs?item=" + key).toString())
                                        .contains(key, "\"proposed\"", "\"Authentication\""));
    }

    @Test
    void leavesALabelOffThatAPersonTookOff(Demo demo) {
        // Given
        var gitlab = Api.gitlab(demo);
        var issue =
                gitlab.post(
                        "/projects/" + project(gitlab) + "/issues",
                        Map.of("title", "Rotate keys", "labels", "ProdSecEng Candidate"));
        var path = path(issue);
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
    void countsAMergedRequirement(Demo demo) {
        // Given
        var gitlab = Api.gitlab(demo);
        var request =
                gitlab.post(
                        "/projects/" + project(gitlab) + "/merge_requests",
                        Map.of(
                                "title", "Add a token scanner",
                                "source_branch", "scanner-" + System.nanoTime(),
                                "target_branch", "main",
                                "labels", "ProdSecEngMetric::ProdSecRequirement"));
        var key = key(demo, request).replace("/issue/", "/merge_request/");

        // When
        var started = System.nanoTime();
        gitlab.put(path(request).replace("/issues/", "/merge_requests/") + "/merge", Map.of());

        // Then
        await().atMost(PATIENCE)
                .pollInterval(POLL)
                .untilAsserted(
                        () -> assertThat(changers(demo, "requirements-delivered")).contains(key));
        tell("merge to number", started);
    }

    @Test
    void keepsARecordedHookOnceHoweverOftenItComes(Demo demo) throws IOException {
        // Given
        var hook = Files.readString(HOOK);
        var wire = new Wire(demo);
        var key = "gitlab.example.com/4711/issue/3";

        // When
        for (var delivery : new String[] {"twin-a", "twin-a", "twin-b"}) {
            deliver(demo, hook, "https://gitlab.example.com", delivery);
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

    private static void deliver(Demo demo, String hook, String instance, String delivery) {
        var answer =
                Api.webhooks(demo)
                        .send(
                                "POST",
                                "/webhooks/gitlab",
                                hook,
                                Map.of(
                                        "X-Gitlab-Event", "Issue Hook",
                                        "X-Gitlab-Instance", instance,
                                        "Idempotency-Key", delivery));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    /** The recorded hook, as the sandbox would have sent it for this issue. */
    private static String recordedHook(JsonNode issue) throws IOException {
        return Files.readString(HOOK)
                .replace("4711", issue.get("project_id").asString())
                .replace("90210", issue.get("id").asString())
                .replace("\"iid\": 3", "\"iid\": " + issue.get("iid").asString())
                .replace("2026-11-02T09:00:00.000Z", issue.get("updated_at").asString());
    }

    private static long project(Api gitlab) {
        return gitlab.get("/projects").get(0).get("id").asLong();
    }

    private static String path(JsonNode item) {
        return "/projects/%s/issues/%s"
                .formatted(item.get("project_id").asString(), item.get("iid").asString());
    }

    private static String key(Demo demo, JsonNode item) {
        var host = demo.env("PAVIOR_GITLAB_URL").replaceFirst("https?://", "");
        return "%s/%s/issue/%s"
                .formatted(host, item.get("project_id").asString(), item.get("iid").asString());
    }

    private static boolean hasPending(JsonNode issue) {
        return issue.get("labels").toString().contains("ProdSecEngMetric::Pending");
    }

    /** Keys of the items that last changed a KPI's numbers of this month. */
    private static List<String> changers(Demo demo, String kpi) {
        var month = YearMonth.now(ZoneOffset.UTC).toString();
        return Api.service(demo, "PAVIOR_METRICS_URL")
                .get("/v1/kpis/" + kpi + "?from=" + month + "&to=" + month)
                .findValues("changedBy")
                .stream()
                .map(JsonNode::asString)
                .toList();
    }

    private static void tell(String what, long started) {
        System.out.printf("%s: %d ms%n", what, (System.nanoTime() - started) / 1_000_000);
    }
}
