package dev.pavior.labeling.writer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private static final GitLabUnavailable AWAY = GitLabUnavailable.because("away", null);

    private final Patience patience = new Patience();

    @Test
    void waitsLongerEachTimeUpToABound() {
        // When
        var pauses = IntStream.range(0, 9).mapToObj(i -> patience.failed(AWAY).toMillis()).toList();

        // Then
        assertThat(pauses)
                .containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 16000L, 30000L, 30000L, 30000L);
    }

    @Test
    void startsAnewAfterASuccess() {
        // Given
        patience.failed(AWAY);
        patience.failed(AWAY);

        // When
        patience.succeeded();

        // Then
        assertThat(patience.failed(AWAY)).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void waitsAsLongAsAskedWithinReason() {
        // When, Then
        assertThat(patience.failed(GitLabUnavailable.until("limit", Duration.ofSeconds(45))))
                .isEqualTo(Duration.ofSeconds(45));
        assertThat(patience.failed(GitLabUnavailable.until("limit", Duration.ofDays(1))))
                .isEqualTo(Duration.ofMinutes(5));
    }
}
