package dev.pavior.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.contract.v1.Note;
import dev.pavior.contract.v1.Observation;
import dev.pavior.intake.webhook.Translation.Sighted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A sender that gets a field wrong, or leaves it out, costs neither us nor anyone's secrets. */
class SpoiledPayloadsTest {

    private static final Path OWN = Path.of("src/test/resources");
    private static final Path CORPUS =
            Path.of(System.getenv().getOrDefault("PAVIOR_CORPUS", "no-corpus")).resolve("webhooks");

    @ParameterizedTest
    @MethodSource("payloads")
    void translatesWhateverIsMissingOrOfTheWrongType(Path file) throws IOException {
        // Given
        var payload = Mutations.read(Files.readAllBytes(file));

        // When
        var spoiled = Mutations.of(payload);

        // Then
        spoiled.forEach(
                one -> {
                    var translation = Deliveries.of(one.body()).translated();
                    if (translation instanceof Sighted sighted) {
                        assertThat(Deliveries.written(sighted)).as(one.what()).doesNotContain("");
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void neverTakesASecretForPublicBecauseOfAMistake(Path file) throws IOException {
        // Given
        var payload = Mutations.read(Files.readAllBytes(file));
        if (!makeConfidential(payload)) {
            return;
        }

        // When
        var spoiled = Mutations.of(payload);

        // Then
        spoiled.forEach(
                one ->
                        assertThat(isPublic(Deliveries.of(one.body()).translated()))
                                .as(one.what())
                                .isFalse());
    }

    /** Marks an item or comment as GitLab marks a confidential one; false where none can be. */
    private static boolean makeConfidential(JsonNode payload) {
        var attributes = payload.path("object_attributes");
        var kind = payload.path("object_kind").asString("");
        if (!(attributes instanceof ObjectNode item)) {
            return false;
        }
        switch (kind) {
            case "issue", "work_item" -> item.put("confidential", true);
            case "note" -> {
                ((ObjectNode) payload).put("event_type", "confidential_note");
                item.put("internal", true);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean isPublic(Translation translation) {
        return translation instanceof Sighted sighted
                && switch (sighted.main().value()) {
                    case Observation seen when !seen.getItem().contains("/merge_request/") ->
                            !seen.getConfidential();
                    case Note note -> !note.getConfidential();
                    default -> false;
                };
    }

    static List<Path> payloads() throws IOException {
        return Stream.concat(files(OWN), files(CORPUS)).toList();
    }

    /** What is ignored for its kind is ignored however it is spoiled. */
    private static boolean concernsUs(Path file) {
        try {
            return Deliveries.of(Files.readAllBytes(file)).translated() instanceof Sighted;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (var files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".json"))
                    .filter(SpoiledPayloadsTest::concernsUs)
                    .sorted()
                    .toList()
                    .stream();
        }
    }
}
