package dev.pavior.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.pavior.intake.webhook.Translation.Sighted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the bytes, they become a translation. Runs on the seeds beside it and on the recorded
 * hooks named by {@code PAVIOR_CORPUS}; with {@code JAZZER_FUZZ=1} it looks for more, as it does
 * once in each build.
 */
class TranslatorFuzzTest {

    private static final Path CORPUS =
            Path.of(System.getenv().getOrDefault("PAVIOR_CORPUS", "no-corpus")).resolve("webhooks");

    @MethodSource("recorded")
    @FuzzTest(maxDuration = "10s")
    void neverFails(byte[] body) {
        // When
        var translation = Deliveries.of(body).translated();

        // Then
        if (translation instanceof Sighted sighted) {
            assertThat(Deliveries.written(sighted)).isNotEmpty().doesNotContain("");
        }
    }

    static Stream<byte[]> recorded() throws IOException {
        if (!Files.isDirectory(CORPUS)) {
            return Stream.empty();
        }
        try (var files = Files.walk(CORPUS)) {
            return files
                    .filter(Files::isRegularFile)
                    .map(TranslatorFuzzTest::read)
                    .toList()
                    .stream();
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
