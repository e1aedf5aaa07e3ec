package dev.pavior.intake.webhook;

import static dev.pavior.intake.webhook.Deliveries.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesTest {

    private final Sources sources =
            new Sources(
                    List.of(
                            new Source("one", "one.example", "new", "old", "", ""),
                            new Source("two", "two.example", "second", "", "", "")));

    @ParameterizedTest
    @CsvSource({"new, one, CURRENT", "old, one, PREVIOUS", "second, two, CURRENT"})
    void knowsASourceByEitherOfItsTokens(String token, String source, Source.Slot slot) {
        // When
        var proven = sources.authenticate(withToken(token).build(), NOW).orElseThrow();

        // Then
        assertThat(proven.source().name()).isEqualTo(source);
        assertThat(proven.slot()).isEqualTo(slot);
    }

    @ParameterizedTest
    @CsvSource({"wrong", "NEW", "'new '", "''"})
    void knowsNobodyByAnotherToken(String token) {
        // When
        var proven = sources.authenticate(withToken(token).build(), NOW);

        // Then
        assertThat(proven).isEmpty();
    }

    @Test
    void knowsNobodyWithoutAToken() {
        // When
        var proven = sources.authenticate(Deliveries.of("{}").build(), NOW);

        // Then
        assertThat(proven).isEmpty();
    }

    @Test
    void doesNotFallBackToTheTokenOfASignedDelivery() {
        // Given
        var signed = withToken("new").header("webhook-signature", "v1,AAAA").build();

        // When
        var proven = sources.authenticate(signed, NOW);

        // Then
        assertThat(proven).isEmpty();
    }

    @Test
    void doesNotStartWithoutASecret() {
        // When
        var starting =
                assertThatThrownBy(() -> new Source("bare", "gitlab.example", " ", "old", "", ""));

        // Then
        starting.isInstanceOf(IllegalArgumentException.class).hasMessageContaining("bare");
    }

    @Test
    void doesNotShowItsSecrets() {
        // When
        var shown = new Source("one", "one.example", "s3cret", "s3cret", "", "").toString();

        // Then
        assertThat(shown).doesNotContain("s3cret").contains("one.example");
    }

    private static Deliveries withToken(String token) {
        return Deliveries.of("{}").header("X-Gitlab-Token", token);
    }
}
