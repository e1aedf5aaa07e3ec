package dev.pavior.local.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Instant BEGUN = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void tellsShareRateAndTimeLeft() {
        // Given
        var pace = new Pace(1000, BEGUN);
        pace.line(state(0, 0), BEGUN);
        // When
        var line = pace.line(state(250, 400), BEGUN.plusSeconds(10));
        // Then
        assertThat(line)
                .isEqualTo(
                        "[######..................]  25 % 250 of 1,000 items, 25 a second, 30 s"
                                + " left");
    }

    @Test
    void doesNotCountWhatAnEarlierRunHadRead() {
        // Given
        var pace = new Pace(1000, BEGUN);
        pace.line(state(500, 1000), BEGUN);
        // When
        var line = pace.line(state(600, 1000), BEGUN.plusSeconds(100));
        // Then
        assertThat(line).contains("600 of 1,000 items, 1 a second, 6 min left");
    }

    @Test
    void goesNoFurtherThanEverything() {
        // When
        var line = new Pace(100, BEGUN).line(state(104, 104), BEGUN);
        // Then
        assertThat(line).isEqualTo("[########################] 100 % 100 of 100 items");
    }

    @Test
    void saysWhatItWaitsFor() {
        // Given
        var state = new ReadingState(1, 2, List.of("poll: GitLab is away"), List.of(), "", 0);
        // When
        var line = new Pace(2, BEGUN).line(state, BEGUN);
        // Then
        assertThat(line).isEqualTo("waits: poll: GitLab is away");
    }

    private static ReadingState state(long done, long total) {
        return new ReadingState(done, total, List.of(), List.of(), "", 0);
    }
}
