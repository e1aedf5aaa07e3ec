package dev.pavior.intake.webhook;

import static dev.pavior.intake.webhook.Deliveries.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesTest {

    private static final Source ONE = new Source("one", "one.example", "new", "old", "", "");
    private static final Source TWO = new Source("two", "two.example", "second", "", "", "");

    private final Sources sources = new Sources(List.of(ONE, TWO));

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

    @ParameterizedTest
    @CsvSource({"new, true", "old, true", "second, true", "wrong, false"})
    void holdsOnlyAKnownTokenForPossible(String token, boolean expected) {
        // When
        var possible = sources.mayBeAuthentic(withToken(token).build(), NOW);

        // Then
        assertThat(possible).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "https://two.example, true",
        "https://one.example:8443, true",
        "https://one.example, false",
        "https://ONE.example:443, false",
        "nonsense, false"
    })
    void letsASourceAmongSeveralSpeakForItsOwnInstanceOnly(String instance, boolean expected) {
        // Given
        var delivery = withToken("new").header("X-Gitlab-Instance", instance).build();

        // When
        var foreign = sources.isForeign(delivery, ONE);

        // Then
        assertThat(foreign).isEqualTo(expected);
    }

    @Test
    void believesTheOnlySourceAboutItsInstance() {
        // Given
        var delivery = withToken("new").header("X-Gitlab-Instance", "https://two.example").build();

        // When
        var foreign = new Sources(List.of(ONE)).isForeign(delivery, ONE);

        // Then
        assertThat(foreign).isFalse();
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
                assertThatThrownBy(
                        () ->
                                new Sources(
                                        List.of(
                                                new Source(
                                                        "bare",
                                                        "gitlab.example",
                                                        " ",
                                                        "old",
                                                        "",
                                                        ""))));

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
