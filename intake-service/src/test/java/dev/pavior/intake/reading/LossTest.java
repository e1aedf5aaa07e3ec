package dev.pavior.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LossTest {

    @ParameterizedTest
    @CsvSource({"10, 1, false", "10, 2, true", "300, 6, false", "300, 7, true", "0, 0, false"})
    void asksOnlyWhereTheLossIsBothMuchAndMany(long known, long lost, boolean expected) {
        // When
        var tooMuch = new Loss(known, 0.02, 1).isTooMuch(lost);

        // Then
        assertThat(tooMuch).isEqualTo(expected);
    }

    @Test
    void saysHowMuchItIs() {
        // When
        var reason = new Loss(300, 0.02, 1).reason(7);

        // Then
        assertThat(reason).isEqualTo("would lose at least 7 of 300 items (2.3 %)");
    }
}
