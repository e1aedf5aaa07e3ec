package dev.pavior.metrics.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.metrics.domain.Amount;
import dev.pavior.metrics.domain.Cell;
import dev.pavior.metrics.domain.Contribution;
import dev.pavior.metrics.domain.Counted;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands in stores and internal topics must still be read after an upgrade. */
class JsonSerdeTest {

    @Test
    void keepsTheFormOfWhatIsCounted() {
        // Given
        var cell = new Cell("metric-label-coverage", YearMonth.of(2026, 11), "all");
        var counted = new Counted(3, List.of(new Contribution(cell, new Amount(1, 2))));

        // When
        var bytes = JsonSerde.of(Counted.class).serializer().serialize("", counted);

        // Then
        assertThat(new String(bytes, UTF_8))
                .isEqualTo(
                        "{\"revision\":3,\"contributions\":[{\"cell\":{\"kpi\":"
                                + "\"metric-label-coverage\",\"month\":\"2026-11\",\"slice\":\"all\"},"
                                + "\"amount\":{\"numerator\":1,\"denominator\":2}}]}");
        assertThat(JsonSerde.of(Counted.class).deserializer().deserialize("", bytes))
                .isEqualTo(counted);
    }

    @Test
    void keepsTheFormOfDeltasAndTallies() {
        // Given
        var delta =
                "{\"amount\":{\"numerator\":-1,\"denominator\":0},\"item\":\"h/7/issue/1\","
                        + "\"knownSince\":\"2026-11-20T12:00:00Z\"}";
        var tally =
                "{\"amount\":{\"numerator\":5,\"denominator\":0},\"changedBy\":\"h/7/issue/1\","
                        + "\"knownSince\":\"2026-11-20T12:00:00Z\"}";

        // When
        var sum =
                JsonSerde.of(Tally.class)
                        .deserializer()
                        .deserialize("", tally.getBytes(UTF_8))
                        .plus(
                                JsonSerde.of(Delta.class)
                                        .deserializer()
                                        .deserialize("", delta.getBytes(UTF_8)));

        // Then
        assertThat(sum)
                .isEqualTo(
                        new Tally(
                                new Amount(4, 0),
                                "h/7/issue/1",
                                Instant.parse("2026-11-20T12:00:00Z")));
    }
}
