package dev.pavior.intake.doctor;

import static dev.pavior.intake.doctor.Hooks.bad;
import static dev.pavior.intake.doctor.Hooks.good;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HookLogTest {

    @Test
    void retriesTheNewestTryOfEachDeliveryOnce() {
        // Given
        var log = HookLog.of(List.of(bad(3, "a"), bad(1, "a"), bad(2, "b"), bad(2, "b")));

        // When
        var worth = log.worthTryingAfter(0);

        // Then
        assertThat(worth).extracting(Tried::id).containsExactly(2L, 3L);
    }

    @Test
    void leavesWhatWasReceivedAndWhatWasSeenBefore() {
        // Given
        var log = HookLog.of(List.of(bad(1, "old"), bad(2, "a"), good(3, "a"), bad(4, "b")));

        // When
        var worth = log.worthTryingAfter(1);

        // Then
        assertThat(worth).extracting(Tried::id).containsExactly(4L);
    }

    @Test
    void givesUpWhatFailedThreeTimes() {
        // Given
        var log = HookLog.of(List.of(bad(1, "a"), bad(2, "a"), bad(3, "a"), bad(4, "b")));

        // When
        var worth = log.worthTryingAfter(0);

        // Then
        assertThat(worth).extracting(Tried::key).containsExactly("b");
    }

    @Test
    void cannotFollowADeliveryWithoutAKey() {
        // Given
        var log = HookLog.of(List.of(bad(1, ""), good(2, "")));

        // When, Then
        assertThat(log.failedAfter(0)).hasSize(1);
        assertThat(log.worthTryingAfter(0)).isEmpty();
    }
}
