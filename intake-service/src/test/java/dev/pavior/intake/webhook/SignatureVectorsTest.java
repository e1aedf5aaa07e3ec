package dev.pavior.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The vectors were computed by another implementation of the scheme. */
class SignatureVectorsTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/signatures/vectors.csv", delimiter = ';', nullValues = "none")
    void judgesEachVectorAsItDeserves(
            String name,
            String current,
            @Nullable String previous,
            @Nullable String id,
            @Nullable String time,
            long now,
            @Nullable String body,
            @Nullable String signature,
            Source.@Nullable Slot proven) {
        // Given
        var verification = new SignatureVerification(current, previous == null ? "" : previous);
        var delivery = Deliveries.of(Base64.getDecoder().decode(body == null ? "" : body));
        header(delivery, "webhook-id", id);
        header(delivery, "webhook-timestamp", time);
        header(delivery, "webhook-signature", signature);

        // When
        var slot = verification.check(delivery.build(), Instant.ofEpochSecond(now));

        // Then
        assertThat(slot).isEqualTo(proven);
    }

    private static void header(Deliveries delivery, String name, @Nullable String value) {
        if (value != null) {
            delivery.header(name, value);
        }
    }
}
