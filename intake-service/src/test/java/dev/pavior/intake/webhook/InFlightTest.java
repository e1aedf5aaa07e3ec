package dev.pavior.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InFlightTest {

    private final InFlight inFlight = new InFlight(10, 10, 10);
    private final InFlight.Share first = inFlight.share(-1);
    private final InFlight.Share second = inFlight.share(-1);

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
        var more = inFlight.share(-1).take(5);

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
        var more = inFlight.share(-1).take(11);

        // Then
        assertThat(more).isFalse();
    }

    @Test
    void keepsRoomForSmallBodiesFromThoseThatAreLargeOrSayTheyWillBe() {
        // Given
        var shared = new InFlight(10, 6, 2);
        var grown = shared.share(-1);
        var announced = shared.share(9);
        grown.take(2);
        grown.take(2);
        announced.take(2);

        // When
        var large = announced.take(1);
        var small = shared.share(2).take(2) && shared.share(-1).take(2);

        // Then
        assertThat(large).isFalse();
        assertThat(small).isTrue();
        assertThat(shared.held()).isEqualTo(10);
    }

    @Test
    void givesTheRoomOfLargeBodiesBackToOthers() {
        // Given
        var shared = new InFlight(10, 6, 2);
        var grown = shared.share(-1);
        grown.take(1);
        grown.take(5);
        grown.release();

        // When
        var fits = shared.share(6).take(6);

        // Then
        assertThat(fits).isTrue();
        assertThat(shared.held()).isEqualTo(6);
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
