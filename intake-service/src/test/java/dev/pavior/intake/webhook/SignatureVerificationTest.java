package dev.pavior.intake.webhook;

import static dev.pavior.intake.webhook.Source.Slot.CURRENT;
import static dev.pavior.intake.webhook.Source.Slot.PREVIOUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureVerificationTest {

    private static final String TOKEN = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String OTHER = "whsec_ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=";
    private static final String ID = "f5e5f430-f57b-4e6e-9fac-d9128cd7232f";
    private static final long SENT = 1767225600;
    private static final Instant NOW = Instant.ofEpochSecond(SENT);
    private static final String BODY = "{\"object_kind\":\"issue\",\"event_type\":\"issue\"}";
    private static final String SIGNATURE = "v1,WWwSnXIRRd+IbchrRbevKDm+Rkwfbm+rktAj/Z1ttgA=";

    private final Verification verification = new SignatureVerification(TOKEN, "");

    @Test
    void acceptsAKnownGoodSignature() {
        // When
        var slot = verification.check(signed(SIGNATURE).build(), NOW);

        // Then
        assertThat(slot).isEqualTo(CURRENT);
    }

    @Test
    void agreesWithTheSchemesOwnLibrary() throws Exception {
        // Given
        var signature = new Webhook(TOKEN).sign(ID, SENT, BODY);

        // When
        var slot = verification.check(signed(signature).build(), NOW);

        // Then
        assertThat(signature).isEqualTo(SIGNATURE);
        assertThat(slot).isEqualTo(CURRENT);
    }

    @Test
    void acceptsEitherSecretWhileTheyAreRotated() throws Exception {
        // Given
        var rotated = new SignatureVerification(OTHER, TOKEN);
        var other = new Webhook(OTHER).sign(ID, SENT, BODY);

        // When
        var old = rotated.check(signed(SIGNATURE).build(), NOW);
        var current = rotated.check(signed(other).build(), NOW);

        // Then
        assertThat(old).isEqualTo(PREVIOUS);
        assertThat(current).isEqualTo(CURRENT);
    }

    @Test
    void holdsASignedAndTimelyDeliveryForPossibleBeforeItsBodyComes() {
        // Given
        var announced = signed("v1,AAAA").build();

        // When
        var possible = verification.isPossible(announced, NOW);

        // Then
        assertThat(possible).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook-id", "webhook-timestamp", "webhook-signature"})
    void holdsADeliveryWithoutItsHeadersForImpossible(String missing) {
        // Given
        var announced = signed(SIGNATURE).without(missing).build();

        // When
        var possible = verification.isPossible(announced, NOW);

        // Then
        assertThat(possible).isFalse();
    }

    @Test
    void holdsAnOldDeliveryForImpossible() {
        // Given
        var announced = signed(SIGNATURE).build();

        // When
        var possible = verification.isPossible(announced, NOW.plusSeconds(301));

        // Then
        assertThat(possible).isFalse();
    }

    @Test
    void acceptsOneGoodSignatureAmongSeveral() {
        // When
        var slot = verification.check(signed("v1,AAAA v2,xyz " + SIGNATURE).build(), NOW);

        // Then
        assertThat(slot).isEqualTo(CURRENT);
    }

    @Test
    void acceptsBytesThatAreNoText() throws Exception {
        // Given: the library signs text only, so this signature is made from the definition
        byte[] body = {'{', (byte) 0xff, (byte) 0xfe, '}'};
        var mac = javax.crypto.Mac.getInstance("HmacSHA256");
        var key = java.util.Base64.getDecoder().decode(TOKEN.substring(6));
        mac.init(new javax.crypto.spec.SecretKeySpec(key, "HmacSHA256"));
        mac.update((ID + "." + SENT + ".").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        var signature = "v1," + java.util.Base64.getEncoder().encodeToString(mac.doFinal(body));

        // When
        var slot = verification.check(stamped(Deliveries.of(body), signature).build(), NOW);

        // Then
        assertThat(slot).isEqualTo(CURRENT);
    }

    @ParameterizedTest
    @CsvSource({"-300, true", "300, true", "-301, false", "301, false", "-86400, false"})
    void believesOnlyWhatIsTimely(long seconds, boolean believed) {
        // When
        var slot = verification.check(signed(SIGNATURE).build(), NOW.plusSeconds(seconds));

        // Then
        assertThat(slot != null).isEqualTo(believed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v1,WWwSnXIRRd+IbchrRbevKDm+Rkwfbm+rktAj/Z1ttgE=",
                "v2,WWwSnXIRRd+IbchrRbevKDm+Rkwfbm+rktAj/Z1ttgA=",
                "WWwSnXIRRd+IbchrRbevKDm+Rkwfbm+rktAj/Z1ttgA=",
                "v1,",
                "v1,not base64!",
                ""
            })
    void refusesABadSignature(String signature) {
        // When
        var slot = verification.check(signed(signature).build(), NOW);

        // Then
        assertThat(slot).isNull();
    }

    @Test
    void refusesATamperedBody() {
        // Given
        var tampered = stamped(Deliveries.of(BODY.replace("issue", "issve")), SIGNATURE);

        // When
        var slot = verification.check(tampered.build(), NOW);

        // Then
        assertThat(slot).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "webhook-timestamp, 1767225601",
        "webhook-timestamp, soon",
        "webhook-timestamp, 99999999999999999",
        "webhook-id, another-id",
        "webhook-id, f5e5f430.1767225600"
    })
    void refusesATamperedHeader(String header, String value) {
        // When
        var slot = verification.check(signed(SIGNATURE).header(header, value).build(), NOW);

        // Then
        assertThat(slot).isNull();
    }

    @Test
    void refusesAnUnsignedDeliveryWhateverItsToken() {
        // Given
        var source = new Source("s", "gitlab.example", "secret", "", TOKEN, "");
        var unsigned = Deliveries.of(BODY).header("X-Gitlab-Token", "secret").build();

        // When
        var slot = source.verification().check(unsigned, NOW);

        // Then
        assertThat(slot).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"whsec_", "whsec_not base64!", "whsec_!"})
    void doesNotStartWithAnUnusableSecret(String token) {
        // When
        var starting = assertThatThrownBy(() -> new SignatureVerification(token, ""));

        // Then
        starting.isInstanceOf(IllegalArgumentException.class).hasMessageNotContaining("!");
    }

    private static Deliveries signed(String signature) {
        return stamped(Deliveries.of(BODY), signature);
    }

    private static Deliveries stamped(Deliveries delivery, String signature) {
        return delivery.header("webhook-id", ID)
                .header("webhook-timestamp", Long.toString(SENT))
                .header("webhook-signature", signature);
    }
}
