package dev.pavior.intake.webhook;

import static dev.pavior.intake.webhook.Deliveries.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class SecretsWatchTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir private Path folder;
    private Path file;
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("secrets.properties"), "one.token=first\n");
    }

    @Test
    void takesARotatedSecretWithoutARestart() throws IOException {
        // Given
        var settings = settings();
        var sources = new Sources(settings.sources());
        try (var _ = SecretsWatch.start(settings, sources, registry)) {
            assertThat(isKnown(sources, "first")).isTrue();
            assertThat(isKnown(sources, "of the settings")).isFalse();

            // When
            Files.writeString(file, "one.token=second\none.previous-token=first\n");

            // Then
            await().atMost(PATIENCE).until(() -> isKnown(sources, "second"));
            assertThat(isKnown(sources, "first")).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two.token=x", "one.password=x", "one.signing-token=!"})
    void keepsTheLastSecretsThatCouldBeUsed(String text) throws IOException {
        // Given
        var settings = settings();
        var sources = new Sources(settings.sources());
        try (var _ = SecretsWatch.start(settings, sources, registry)) {
            await().atMost(PATIENCE).until(() -> count("renewed") == 1);

            // When
            Files.writeString(file, text + "\none.token=\n");

            // Then
            await().atMost(PATIENCE).until(() -> count("refused") == 1);
            assertThat(isKnown(sources, "first")).isTrue();
        }
    }

    @Test
    void doesNotStartWithAFileThatIsNotThere() throws IOException {
        // Given
        Files.delete(file);

        // When
        var starting = assertThatThrownBy(this::settings);

        // Then
        starting.isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("secrets.properties");
    }

    private WebhookSettings settings() {
        return new WebhookSettings(
                true,
                List.of(new Source("one", "one.example", "of the settings", "", "", "")),
                file.toString(),
                Duration.ofMillis(20),
                DataSize.ofMegabytes(1),
                DataSize.ofMegabytes(1),
                0,
                DataSize.ofMegabytes(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1));
    }

    private static boolean isKnown(Sources sources, String token) {
        var delivery = Deliveries.of("{}").header("X-Gitlab-Token", token).build();
        return sources.authenticate(delivery, NOW).isPresent();
    }

    private double count(String outcome) {
        return registry.counter("pavior.intake.secrets.read", "outcome", outcome).count();
    }
}
