package dev.pavior.intake.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TokenExpiryTest {

    private static final LocalDate DAY = LocalDate.parse("2026-12-01");
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private static TokenExpiry of(String name) {
        return new TokenExpiry("gitlab.example", 12, name, "acme/tool", DAY);
    }

    @Test
    void isTheSameRequestHoweverOftenItIsSaid() {
        // When
        var first = of("ci").request(NOW);
        var again = of("renamed").request(NOW.plusSeconds(86_400));

        // Then
        assertThat(first.getId()).isEqualTo("784fa3f3dc400394f9732a32dbf0c473");
        assertThat(again.getId()).isEqualTo(first.getId());
    }

    @Test
    void tellsWhatToReplaceAndByWhen() {
        // When
        var request = of("x".repeat(300)).request(NOW);

        // Then
        assertThat(request.getTitle())
                .startsWith("Rotate the access token xxx")
                .endsWith("… of acme/tool by 2026-12-01");
        assertThat(request.getFields())
                .containsEntry("expires_at", "2026-12-01")
                .containsEntry("container", "acme/tool");
        assertThat(request.getConfidential()).isTrue();
    }
}
