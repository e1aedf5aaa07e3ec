package dev.pavior.labeling.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.labeling.domain.Routing.Issued;
import dev.pavior.labeling.domain.Routing.Redirected;
import dev.pavior.labeling.requests.TemplateFolder;
import dev.pavior.taxonomy.RouteEdition;
import dev.pavior.taxonomy.Routes;
import dev.pavior.taxonomy.file.RoutesFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestRouterTest {

    private static final Path CHARTER =
            Path.of(System.getProperty("pavior.root"), "deploy/charter");
    private static final Routes ROUTES = RoutesFile.read(CHARTER.resolve("routes.yaml"));
    private static final Instant MAY = Instant.parse("2026-05-04T10:00:00Z");
    private static final Map<String, String> RISK =
            Map.of("risk", "Tokens leak.", "likelihood", "6", "impact", "5", "scope", "identity");

    private final RequestRouter router = router(ROUTES);

    private static RequestRouter router(Routes routes) {
        return new RequestRouter(routes, TemplateFolder.read(CHARTER.resolve("requests")));
    }

    private static Request request(String kind, String area, Map<String, String> answers) {
        return new Request("r-1", kind, MAY, 7, "ada", "Scan tokens", answers, area, false, false);
    }

    private static Request task(String task, long requesterId) {
        return new Request(
                "r-2",
                "automation",
                MAY,
                requesterId,
                "Pavior",
                "Rotate a token",
                Map.of("task", task, "token_name", "reader"),
                null,
                false,
                false);
    }

    private Issued issued(Request request) {
        return (Issued) router.route(request);
    }

    @Test
    void opensAnIssueInTheTeamsProjectWithItsLabels() {
        // When
        var routed =
                issued(request("automation", "prodsec-automation", Map.of("problem", "Toil.")));

        // Then
        assertThat(routed.referral()).isEmpty();
        assertThat(routed.draft().projectId()).isEqualTo(3);
        assertThat(routed.draft().labels())
                .containsExactly(
                        "ProdSecEng Candidate",
                        "Division::Security",
                        "Department::Product Security");
        assertThat(routed.draft().description())
                .startsWith("Requested by ada on 2026-05-04")
                .contains("Area: Automation for Product Security teams")
                .contains("## Problem to solve\n\n> Toil.\n")
                .contains("## Business case\n\n> (not answered)\n");
    }

    @Test
    void tellsWhoIsResponsibleForWhatIsOutOfScope() {
        // When
        var routing = router.route(request("automation", "application-security", Map.of()));

        // Then
        assertThat(routing)
                .isEqualTo(
                        new Redirected(
                                new Routing.Referral(
                                        "AppSec",
                                        "out of scope: Application security standards, reviews or"
                                                + " testing; DRI: AppSec")));
    }

    @Test
    void opensAnIssueWithTheDriThatTakesThem() {
        // Given
        var taking = router(new Routes(List.of(withProject("AppSec", 12L))));

        // When
        var routed = (Issued) taking.route(request("automation", "application-security", Map.of()));

        // Then
        assertThat(routed.draft().projectId()).isEqualTo(12);
        assertThat(routed.draft().labels()).isEmpty();
        assertThat(routed.referral()).map(Routing.Referral::dri).hasValue("AppSec");
    }

    private static RouteEdition withProject(String dri, long project) {
        var edition = ROUTES.at(MAY);
        return new RouteEdition(
                edition.effectiveFrom(),
                edition.emergency(),
                edition.project(),
                edition.inScope(),
                edition.outOfScope(),
                Map.of(dri, project),
                edition.labels(),
                edition.tasks(),
                edition.risk());
    }

    @ParameterizedTest
    @CsvSource({"6, 5, 30, Critical", "5, 5, 25, High", "3, 4, 12, Medium", "1, 1, 1, Low"})
    void ratesARisk(String likelihood, String impact, String score, String rating) {
        // Given
        var answers = new java.util.HashMap<>(RISK);
        answers.putAll(Map.of("likelihood", likelihood, "impact", impact));

        // When
        var draft = issued(request("risk", "security-features", answers)).draft();

        // Then
        assertThat(draft.labels())
                .contains(
                        "PSRR",
                        "RiskRating::" + rating,
                        "psrr-risk-rating::" + score,
                        "psrr-scope::identity");
        assertThat(draft.description()).contains("= **" + score + "**: **" + rating + "**");
    }

    @Test
    void putsNoLabelOnThatAnAnswerSpoils() {
        // Given
        var answers = new java.util.HashMap<>(RISK);
        answers.put("scope", "x,priority::1");
        answers.put("likelihood", "66");

        // When
        var labels = issued(request("risk", "security-features", answers)).draft().labels();

        // Then
        assertThat(labels)
                .containsExactly(
                        "ProdSecEng Candidate",
                        "Division::Security",
                        "Department::Product Security",
                        "PSRR");
    }

    @Test
    void givesTheTeamATaskOfOurOwnConfidentially() {
        // When
        var draft = issued(task("token rotation", 0)).draft();

        // Then
        assertThat(draft.confidential()).isTrue();
        assertThat(draft.labels()).contains("ProdSecEngMetric::Internal");
        assertThat(draft.description()).contains("> token rotation", "## token name\n\n> reader");
    }

    @Test
    void takesNoTaskFromAPerson() {
        // When
        var draft = issued(task("token rotation", 7)).draft();

        // Then
        assertThat(draft.labels())
                .contains("ProdSecEng Candidate")
                .doesNotContain("ProdSecEngMetric::Internal");
    }

    @Test
    void losesNoRequestOfAnUnknownKindOrArea() {
        // When
        var draft = issued(request("unknown", "abolished", Map.of("wish", "more"))).draft();

        // Then
        assertThat(draft.projectId()).isEqualTo(3);
        assertThat(draft.description()).contains("> more");
    }

    @Test
    void tamesTheTitle() {
        // Given
        var request =
                new Request(
                        "r",
                        "risk",
                        MAY,
                        7,
                        "ada",
                        "@all\n" + "x".repeat(300),
                        Map.of(),
                        null,
                        true,
                        true);

        // When
        var draft = issued(request).draft();

        // Then
        assertThat(draft.title()).startsWith("@\u2060all xxx").hasSize(255);
        assertThat(draft.confidential()).isTrue();
        assertThat(draft.description()).contains("calls it an emergency");
    }
}
