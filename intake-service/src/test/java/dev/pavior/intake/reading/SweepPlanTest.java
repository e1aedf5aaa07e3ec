package dev.pavior.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.contract.v1.ReadCursor;
import dev.pavior.contract.v1.ReadJob;
import dev.pavior.contract.v1.ReadState;
import dev.pavior.intake.reading.SweepPlan.Turn;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SweepPlanTest {

    private static final Instant NIGHT = Instant.parse("2026-03-01T02:30:00Z");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant NEXT_NIGHT = Instant.parse("2026-03-02T02:30:00Z");

    @Test
    void restsUntilTheNight() {
        // When
        var turn = new SweepPlan(run(ReadState.DONE), Optional.empty(), NEXT_NIGHT, NOON).next();

        // Then
        assertThat(turn).isEmpty();
    }

    @Test
    void catchesUpWithANightThatWasMissed() {
        // Given
        var late = NEXT_NIGHT.plusSeconds(3_600);

        // When
        var turn = new SweepPlan(run(ReadState.DONE), Optional.empty(), NEXT_NIGHT, late).next();

        // Then
        assertThat(turn).contains(new Turn(late, null));
    }

    @Test
    void goesOnWithARunThatWasInterrupted() {
        // When
        var turn =
                new SweepPlan(run(ReadState.RUNNING), wish(NOON, "all"), NEXT_NIGHT, NOON).next();

        // Then
        assertThat(turn).contains(new Turn(NIGHT, null));
    }

    @Test
    void doesWhatAnOperatorAsksForOnce() {
        // When
        var asked = new SweepPlan(run(ReadState.DONE), wish(NOON, "all"), NEXT_NIGHT, NOON).next();
        var before =
                new SweepPlan(run(ReadState.DONE), wish(NIGHT, "all"), NEXT_NIGHT, NOON).next();

        // Then
        assertThat(asked).contains(new Turn(NOON, "all"));
        assertThat(before).isEmpty();
    }

    private static Optional<Wish> wish(Instant at, String what) {
        return Optional.of(new Wish(at, what));
    }

    private static ReadCursor run(ReadState state) {
        return ReadCursor.newBuilder()
                .setSource("default")
                .setJob(ReadJob.SWEEP)
                .setScope("all")
                .setState(state)
                .setDoneCount(0)
                .setStartedAt(NIGHT)
                .setUpdatedAt(NIGHT)
                .build();
    }
}
