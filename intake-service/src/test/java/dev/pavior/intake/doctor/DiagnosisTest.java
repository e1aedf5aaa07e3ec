package dev.pavior.intake.doctor;

import static dev.pavior.intake.doctor.Hooks.NOW;
import static dev.pavior.intake.doctor.Hooks.bad;
import static dev.pavior.intake.doctor.Hooks.good;
import static dev.pavior.intake.doctor.Hooks.hook;
import static dev.pavior.intake.doctor.Hooks.present;
import static dev.pavior.intake.doctor.Hooks.unread;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.intake.doctor.Finding.Hidden;
import dev.pavior.intake.doctor.Finding.Missing;
import dev.pavior.intake.doctor.Finding.Present;
import dev.pavior.intake.doctor.Treatment.Complete;
import dev.pavior.intake.doctor.Treatment.Create;
import dev.pavior.intake.doctor.Treatment.ReadGap;
import dev.pavior.intake.doctor.Treatment.Resend;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DiagnosisTest {

    private static final Repairs ALL = new Repairs(true, true, true, true);
    private static final Repairs NONE = new Repairs(false, false, false, false);
    private static final Instant SINCE = NOW.minusSeconds(900);

    private static List<Treatment> decide(Finding finding, Chart chart) {
        return new Diagnosis(ALL, NOW).of(finding, chart);
    }

    private static Chart gap(Instant since) {
        return new Chart(null, new Gap(since, 0, 0), null, Pause.NONE);
    }

    @Test
    void createsAMissingOne() {
        assertThat(decide(new Missing(), Chart.BLANK)).containsExactly(new Create());
    }

    @Test
    void leavesAHealthyOneAlone() {
        assertThat(decide(present(AlertStatus.EXECUTABLE, good(1, "a")), Chart.BLANK)).isEmpty();
    }

    @Test
    void touchesNothingThatItCannotSee() {
        assertThat(decide(new Hidden(), gap(SINCE))).isEmpty();
    }

    @Test
    void completesWhatIsMissing() {
        // Given
        var hook = hook(AlertStatus.EXECUTABLE);
        var missing = Set.of("milestone_events");

        // When
        var treatments = decide(new Present(hook, missing, null), Chart.BLANK);

        // Then
        assertThat(treatments).containsExactly(new Complete(hook, missing));
    }

    @Test
    void testsADisabledOneButReadsNoGapYet() {
        // When
        var treatments = decide(present(AlertStatus.DISABLED, bad(1, "a")), gap(SINCE));

        // Then
        assertThat(treatments).containsExactly(new Treatment.Test(hook(AlertStatus.DISABLED)));
    }

    @Test
    void waitsForAShortPauseOfGitLabsAndEndsALongOne() {
        // Given
        var soon = hook(AlertStatus.TEMPORARILY_DISABLED, NOW.plus(Duration.ofMinutes(4)));
        var late = hook(AlertStatus.TEMPORARILY_DISABLED, NOW.plus(Duration.ofHours(17)));

        // When, Then
        assertThat(decide(new Present(soon, Set.of(), null), Chart.BLANK)).isEmpty();
        assertThat(decide(new Present(late, Set.of(), null), Chart.BLANK))
                .containsExactly(new Treatment.Test(late));
    }

    @Test
    void readsTheGapOfOneThatWorksAgainBeforeAllElse() {
        // When
        var treatments =
                decide(present(AlertStatus.EXECUTABLE, bad(1, "a"), bad(2, "b")), gap(SINCE));

        // Then
        var hook = hook(AlertStatus.EXECUTABLE);
        assertThat(treatments)
                .containsExactly(new ReadGap(SINCE), new Resend(hook, 1), new Resend(hook, 2));
    }

    @Test
    void resendsNoMoreThanFiveAtATime() {
        // Given
        var failures = IntStream.range(1, 9).mapToObj(i -> bad(i, "k" + i)).toArray(Tried[]::new);

        // When
        var treatments = decide(present(AlertStatus.EXECUTABLE, failures), Chart.BLANK);

        // Then
        assertThat(treatments).hasSize(5);
    }

    @ParameterizedTest
    @EnumSource(
            value = AlertStatus.class,
            names = {"EXECUTABLE", "TEMPORARILY_DISABLED", "DISABLED", "UNKNOWN"})
    void onlyLooksAndReadsWhereNothingMayBeRepaired(AlertStatus status) {
        // Given
        var ill =
                new Present(hook(status), Set.of("note_events"), HookLog.of(List.of(bad(1, "a"))));

        // When
        var treatments = new Diagnosis(NONE, NOW).of(ill, gap(SINCE));

        // Then
        assertThat(treatments).allSatisfy(t -> assertThat(t).isInstanceOf(ReadGap.class));
        assertThat(new Diagnosis(NONE, NOW).of(new Missing(), gap(SINCE))).isEmpty();
    }

    @Test
    void restsAfterARepairThatDidNotWork() {
        // Given
        var chart = Chart.BLANK.failed(NOW.minusSeconds(60));

        // When, Then
        assertThat(decide(new Missing(), chart)).isEmpty();
        assertThat(decide(present(AlertStatus.DISABLED), chart)).isEmpty();
        assertThat(decide(present(AlertStatus.DISABLED), Chart.BLANK.failed(NOW.minusSeconds(150))))
                .hasSize(1);
    }

    @Test
    void doesNotTestAgainWhatWasJustTested() {
        // Given
        var chart =
                Chart.BLANK.did(
                        new Treatment.Test(hook(AlertStatus.DISABLED)), NOW.minusSeconds(5));

        // When, Then
        assertThat(decide(unread(AlertStatus.DISABLED), chart)).isEmpty();
    }
}
