package dev.pavior.intake.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final InstantSource time = () -> now;
    private final Clock clock = time.withZone(ZoneOffset.UTC);
    private final Breaker breaker = new Breaker(clock, Duration.ofSeconds(1));

    @Test
    void admitsEverythingWhileAllIsWell() {
        // When
        var admitted = breaker.admits() && breaker.admits();

        // Then
        assertThat(admitted).isTrue();
    }

    @Test
    void admitsNothingRightAfterAFailure() {
        // Given
        breaker.open();

        // When
        var admitted = breaker.admits();

        // Then
        assertThat(admitted).isFalse();
    }

    @Test
    void admitsOneTrialAfterThePause() {
        // Given
        breaker.open();
        now = now.plusSeconds(1);

        // When
        var first = breaker.admits();
        var second = breaker.admits();

        // Then
        assertThat(first).isTrue();
        assertThat(second).isFalse();
    }

    @Test
    void admitsEverythingAgainAfterASuccess() {
        // Given
        breaker.open();
        breaker.close();

        // When
        var admitted = breaker.admits();

        // Then
        assertThat(admitted).isTrue();
    }
}
