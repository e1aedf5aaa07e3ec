package dev.pavior.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InFlightTest {

    private final InFlight inFlight = new InFlight(10);
    private final InFlight.Share first = inFlight.share();
    private final InFlight.Share second = inFlight.share();

    @Test
    void holdsAllSharesTogetherUnderTheLimit() {
        // Given
        first.take(6);

        // When
        var fits = second.take(4);
        var more = second.take(1);

        // Then
        assertThat(fits).isTrue();
        assertThat(more).isFalse();
    }

    @Test
    void givesBackAllThatAShareTook() {
        // Given
        first.take(6);
        first.take(4);
        first.release();

        // When
        var fits = second.take(10);

        // Then
        assertThat(fits).isTrue();
    }

    @Test
    void givesBackNothingThatWasNotTaken() {
        // Given
        first.take(6);
        second.take(5);
        second.release();

        // When
        var more = inFlight.share().take(5);

        // Then
        assertThat(more).isFalse();
    }

    @Test
    void givesBackOnlyOnce() {
        // Given
        second.take(10);
        first.release();
        second.release();
        second.release();

        // When
        var more = inFlight.share().take(11);

        // Then
        assertThat(more).isFalse();
    }

    @Test
    void takesNothingForARequestThatIsOver() {
        // Given
        first.release();

        // When
        var late = first.take(1);

        // Then
        assertThat(late).isFalse();
        assertThat(second.take(10)).isTrue();
    }
}
