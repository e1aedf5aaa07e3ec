package dev.pavior.sandbox.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0, executable, 0",
        "3, executable, 0",
        "4, temporarily_disabled, 1",
        "5, temporarily_disabled, 2",
        "14, temporarily_disabled, 1024",
        "15, temporarily_disabled, 1440",
        "39, temporarily_disabled, 1440",
        "40, disabled, 0",
    })
    void switchesOffForTwiceAsLongEachTimeAndAtLastForGood(
            int failures, String alert, int minutes) {
        // Given
        var backoff = Backoff.none(7);

        // When
        for (int i = 0; i < failures; i++) {
            backoff = backoff.failed(NOW, Duration.ofMinutes(1));
        }

        // Then
        assertThat(backoff.alert(NOW)).isEqualTo(alert);
        var until = backoff.until();
        var pause = until == null ? Duration.ZERO : Duration.between(NOW, until);
        assertThat(pause).isEqualTo(Duration.ofMinutes(minutes));
        boolean forGood = failures >= 40;
        assertThat(backoff.executable(NOW.plus(pause))).isEqualTo(!forGood);
    }
}
