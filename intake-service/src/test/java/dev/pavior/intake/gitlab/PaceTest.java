package dev.pavior.intake.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {

    private static final long MINUTE = 60_000_000_000L;

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 60, 61, 200, 1000, 30_000})
    void neverExceedsTheMinuteHoweverGreedilyItIsAsked(int perMinute) {
        // Given
        var pace = new Pace(perMinute);
        var sent = new ArrayList<Long>();
        long now = 1_700_000_000_000_000_000L;

        // When
        for (int i = 0; i < perMinute * 3; i++) {
            now += pace.turn(now);
            sent.add(now);
        }

        // Then
        for (int i = perMinute; i < sent.size(); i++) {
            assertThat(sent.get(i) - sent.get(i - perMinute)).isGreaterThanOrEqualTo(MINUTE);
        }
        assertThat(sent.getLast() - sent.getFirst())
                .as("and uses it")
                .isLessThan(MINUTE * 3 * 62 / 60);
    }
}
