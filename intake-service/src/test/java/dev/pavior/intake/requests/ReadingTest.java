package dev.pavior.intake.requests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.taxonomy.Routes;
import dev.pavior.taxonomy.file.RoutesFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {

    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
    private static final Routes ROUTES =
            RoutesFile.read(
                    Path.of(System.getProperty("pavior.root"), "deploy/charter/routes.yaml"));
    private static final Templates TEMPLATES = new Templates(ROUTES);

    private static Reading read(String body) {
        return Reading.of(body.getBytes(UTF_8), TEMPLATES, NOW);
    }

    private static List<Fault> faults(String body) {
        return ((Reading.Faulty) read(body)).faults();
    }

    @Test
    void readsAForm() {
        // When
        var form = ((Reading.Good) read(Bodies.RISK)).form();

        // Then
        assertThat(form.kind()).isEqualTo(Kind.RISK);
        assertThat(form.title()).isEqualTo("Runner tokens do not expire");
        assertThat(form.area()).isEqualTo("security-features");
        assertThat(form.confidential()).isTrue();
        assertThat(form.emergency()).isTrue();
        assertThat(form.answers()).containsEntry("likelihood", "5").containsEntry("impact", "4");
    }

    @Test
    void namesEachFieldThatIsWrong() {
        // Given
        var body =
                Bodies.AUTOMATION
                        .replace("\"title\"", "\"titel\"")
                        .replace("prodsec-automation", "nuclear-power")
                        .replace("\"business_case\": \"Six hours a week.\"", "\"x/y~z ä\": 1")
                        .replace("\"A token is found within a minute.\"", "7")
                        .replace("Push rules do not know our token formats.", " \\n ");

        // When
        var faults = faults(body);

        // Then
        assertThat(faults)
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder(
                        "#/title",
                        "#/titel",
                        "#/area",
                        "#/fields/business_case",
                        "#/fields/x~1y~0z%20%C3%A4",
                        "#/fields/user_requirements",
                        "#/fields/alternatives");
        assertThat(faults)
                .contains(
                        new Fault("#/title", "is missing"),
                        new Fault("#/fields/alternatives", "must be a text that is not blank"),
                        new Fault("#/titel", "is not known here"));
    }

    @ParameterizedTest
    @CsvSource({
        "5.0, 0, #/fields/likelihood",
        "5.0, 7, #/fields/likelihood",
        "5.0, 2.5, #/fields/likelihood",
        "5.0, \"5\", #/fields/likelihood",
        "5.0, -1e-999999999, #/fields/likelihood",
        "4, 6, #/fields/impact",
        "identity, elsewhere, #/fields/scope",
        "true, 1, #/confidential"
    })
    void refusesAnAnswerOutOfBounds(String right, String wrong, String pointer) {
        // When
        var faults = faults(Bodies.RISK.replaceFirst(": \"?" + right, ": " + quoted(right, wrong)));

        // Then
        assertThat(faults).extracting(Fault::pointer).contains(pointer);
    }

    private static String quoted(String right, String wrong) {
        return right.equals("identity") ? "\"" + wrong : wrong;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "7",
                "null",
                "{\"kind\":null}",
                "{\"kind\":[\"risk\"]}",
                "{\"kind\":\"Risk\"}",
                "{\"kind\":\"unknown\"}"
            })
    void asksForAKindFirst(String body) {
        // When
        var faults = faults(body);

        // Then
        assertThat(faults)
                .containsExactly(
                        new Fault(
                                "#/kind",
                                "must be one of automation, cross_functional, risk, interlock"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{} {}",
                "{\"kind\":\"risk\",\"kind\":\"risk\"}",
                "kind=risk",
                "{\"kind\":NaN}",
                "{\"kind\":1e9999999999}"
            })
    void tellsWhatIsNoJson(String body) {
        // When
        var reading = read(body);

        // Then
        assertThat(reading).isInstanceOf(Reading.NotJson.class);
    }

    @Test
    void quotesNothingOfWhatIsNoJson() {
        // When
        var reading = read("{\"kind\": canary}");

        // Then
        assertThat(((Reading.NotJson) reading).detail())
                .isEqualTo("The body is not JSON (line 1, column 10).");
    }

    @Test
    void refusesBytesThatAreNoUtf8() {
        // When
        var reading =
                Reading.of(
                        Bodies.AUTOMATION.replace("Scan", "Sc\u00E4n").getBytes(ISO_8859_1),
                        TEMPLATES,
                        NOW);

        // Then
        assertThat(reading).isInstanceOf(Reading.NotJson.class);
    }

    @Test
    void readsNoFartherThanAHundredThousandLevelsDeep() {
        // When
        var reading = read("{\"fields\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");

        // Then
        assertThat(reading).isInstanceOf(Reading.NotJson.class);
    }

    @Test
    void listsNoMoreFaultsThanAnybodyReads() {
        // Given
        var unknown = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            unknown.append("\"unknown").append(i).append("\":1,");
        }

        // When
        var faults = faults(Bodies.AUTOMATION.replaceFirst("\\{", "{" + unknown));

        // Then
        assertThat(faults).hasSize(50);
    }

    @Test
    void boundsEachAnswer() {
        // When
        var faults = faults(Bodies.AUTOMATION.replace("Six hours a week.", "x".repeat(8_001)));

        // Then
        assertThat(faults).extracting(Fault::pointer).containsExactly("#/fields/business_case");
    }

    @Test
    void knowsAFaultyEmergencyForOne() {
        // When
        var reading = read(Bodies.RISK.replace("\"scope\"", "\"scop\""));

        // Then
        assertThat(((Reading.Faulty) reading).emergency()).isTrue();
    }

    @Test
    void knowsTheSameRequestInAnotherOrder() {
        // Given
        var form = ((Reading.Good) read(Bodies.RISK)).form();
        var other =
                Bodies.RISK
                        .replace("5.0", "5")
                        .replace("\"emergency\": true,", "")
                        .replace("\"kind\"", "\"emergency\": true, \"kind\"");

        // When
        var again = ((Reading.Good) read(other)).form();

        // Then
        assertThat(again.digest()).isEqualTo(form.digest());
        assertThat(((Reading.Good) read(other.replace("Expiring", "No"))).form().digest())
                .isNotEqualTo(form.digest());
    }
}
