package dev.pavior.intake.requests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.taxonomy.RouteEdition;
import dev.pavior.taxonomy.file.RoutesFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TemplateTest {

    private static final Path CHARTER =
            Path.of(System.getProperty("pavior.root"), "deploy/charter");
    private static final RouteEdition EDITION =
            RoutesFile.read(CHARTER.resolve("routes.yaml")).at(Instant.EPOCH);
    private static final List<String> OURS =
            List.of("requester", "submitted", "area", "emergency", "score", "rating");

    private static JsonNode served(Kind kind) {
        return JsonMapper.shared().readTree(Template.of(kind, EDITION).bytes());
    }

    @Test
    void offersTheChartersAreasAndScopes() {
        // When
        var schema = served(Kind.RISK);

        // Then
        assertThat(schema.at("/properties/area/enum").valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(EDITION.areas());
        assertThat(schema.at("/properties/area/description").asString())
                .contains("(out of scope, is referred to PSIRT)");
        assertThat(schema.at("/properties/fields/properties/scope/enum").valueStream())
                .hasSameSizeAs(EDITION.risk().scopes());
    }

    @Test
    void checksByTheAreasOfItsOwnEdition() {
        // Given
        var other =
                new RouteEdition(
                        EDITION.effectiveFrom(),
                        EDITION.emergency(),
                        EDITION.project(),
                        Map.of("new-area", "New"),
                        Map.of(),
                        Map.of(),
                        EDITION.labels(),
                        EDITION.tasks(),
                        EDITION.risk());
        var body = JsonMapper.shared().readTree(Bodies.AUTOMATION);
        var before = Template.of(Kind.AUTOMATION, EDITION);

        // When
        var faults = Template.of(Kind.AUTOMATION, other).check(body);

        // Then
        assertThat(faults).extracting(Fault::pointer).containsExactly("#/area");
        assertThat(before.check(body)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void describesEachQuestion(Kind kind) {
        // When
        var questions = served(kind).at("/properties/fields/properties").properties();

        // Then
        assertThat(questions)
                .allSatisfy(
                        question -> {
                            assertThat(question.getValue().path("title").asString()).isNotBlank();
                            assertThat(question.getValue().path("description").asString())
                                    .isNotBlank();
                        });
    }

    /** What a requester answers is to stand at its place in the issue. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void hasAPlaceInTheIssueForEachAnswer(Kind kind) throws IOException {
        // Given
        var markdown = Files.readString(CHARTER.resolve("requests/" + kind.word() + ".md"));

        // When
        var places =
                Pattern.compile("\\{\\{([a-z_]+)}}")
                        .matcher(markdown)
                        .results()
                        .map(place -> place.group(1))
                        .filter(place -> !OURS.contains(place));

        // Then
        assertThat(places)
                .containsExactlyInAnyOrderElementsOf(
                        served(kind).at("/properties/fields/properties").propertyNames());
    }
}
