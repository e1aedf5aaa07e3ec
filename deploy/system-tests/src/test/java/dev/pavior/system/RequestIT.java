package dev.pavior.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Follows requests for work from the intake to their issues, or to whom they are referred. */
@ExtendWith(RunningDemo.class)
class RequestIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.shared();

    private static String body(String area) {
        return JSON.writeValueAsString(
                Map.of(
                        "kind",
                        "cross_functional",
                        "title",
                        "Export findings @all",
                        "area",
                        area,
                        "confidential",
                        true,
                        "emergency",
                        true,
                        "fields",
                        Map.of(
                                "team", "SIRT",
                                "need", "An export.\n/close\n<!-- @all",
                                "use_case", "During an incident.",
                                "impact", "Copying by hand.")));
    }

    private static JsonNode submit(Demo demo, String key, String body, int status) {
        var answer =
                Api.service(demo, "PAVIOR_INTAKE_URL")
                        .send("POST", "/v1/requests", body, Map.of("Idempotency-Key", key));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private static JsonNode awaitStatus(Demo demo, JsonNode submitted, String status) {
        var intake = Api.service(demo, "PAVIOR_INTAKE_URL");
        return await().atMost(PATIENCE)
                .until(
                        () -> intake.get(submitted.get("self").asString()),
                        request -> request.get("status").asString().equals(status));
    }

    @Test
    void becomesOneIssueOfTheTeamHoweverOftenItIsSent(Demo demo) {
        // Given
        var key = "export-" + System.nanoTime();
        var body = body("security-features");

        // When
        var submitted = submit(demo, key, body, 201);
        var again = submit(demo, key, body, 200);

        // Then
        assertThat(submitted.get("emergency").asString()).contains("/security");
        assertThat(again.get("id")).isEqualTo(submitted.get("id"));
        var request = awaitStatus(demo, submitted, "created");
        var gitlab = Api.gitlab(demo);
        var issue = gitlab.get(request.at("/issue/path").asString().replace("/api/v4", ""));
        assertThat(issue.get("state").asString()).isEqualTo("opened");
        assertThat(issue.get("confidential").asBoolean()).isTrue();
        assertThat(issue.get("title").asString()).isEqualTo("Export findings @\u2060all");
        assertThat(issue.get("labels").toString())
                .contains("ProdSecEng Candidate", "Division::Security");
        var marked =
                gitlab.get(
                        "/projects/%s/issues?search=pavior-request-%s"
                                .formatted(
                                        issue.get("project_id").asString(),
                                        submitted.get("id").asString()));
        assertThat(marked).hasSize(1);
    }

    @Test
    void isReferredToWhoIsResponsibleWhereItIsOutOfScope(Demo demo) {
        // Given
        var key = "pentest-" + System.nanoTime();

        // When
        var submitted = submit(demo, key, body("application-security"), 201);

        // Then
        var request = awaitStatus(demo, submitted, "redirected");
        assertThat(request.get("referredTo").asString()).isEqualTo("AppSec");
        assertThat(request.get("reason").asString()).contains("out of scope");
        assertThat(request.get("issue")).isNull();
    }
}
