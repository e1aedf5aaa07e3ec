package dev.pavior.intake.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenWatchTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");

    @ParameterizedTest
    @CsvSource({"31,-1", "30,30", "8,30", "7,7", "2,7", "1,1", "0,1", "-3,1"})
    void warnsThreeTimes(int daysLeft, int threshold) {
        assertThat(TokenWatch.threshold(TODAY.plusDays(daysLeft), Hooks.NOW)).isEqualTo(threshold);
    }
}
