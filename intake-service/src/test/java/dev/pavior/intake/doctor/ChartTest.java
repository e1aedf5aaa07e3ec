package dev.pavior.intake.doctor;

import static dev.pavior.intake.doctor.Hooks.CREATED;
import static dev.pavior.intake.doctor.Hooks.NOW;
import static dev.pavior.intake.doctor.Hooks.at;
import static dev.pavior.intake.doctor.Hooks.bad;
import static dev.pavior.intake.doctor.Hooks.good;
import static dev.pavior.intake.doctor.Hooks.hook;
import static dev.pavior.intake.doctor.Hooks.present;
import static dev.pavior.intake.doctor.Hooks.unread;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.intake.doctor.Finding.Hidden;
import dev.pavior.intake.doctor.Finding.Missing;
import dev.pavior.intake.doctor.Treatment.ReadGap;
import dev.pavior.intake.doctor.Treatment.Resend;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChartTest {

    private static final Instant EARLIER = NOW.minusSeconds(120);
    private static final Chart HEALTHY = Chart.BLANK.after(unread(AlertStatus.EXECUTABLE), EARLIER);

    @Test
    void opensTheGapAtTheLastGoodDelivery() {
        // When
        var chart =
                HEALTHY.after(
                        present(AlertStatus.DISABLED, good(1, "a"), good(2, "b"), bad(3, "c")),
                        NOW);

        // Then
        assertThat(chart.gap().since()).isEqualTo(at(2));
    }

    @Test
    void opensTheGapWhenTheHookWasLastSeenWorkingWhereTheLogDoesNotTell() {
        assertThat(HEALTHY.after(unread(AlertStatus.DISABLED), NOW).gap().since())
                .isEqualTo(EARLIER);
        assertThat(HEALTHY.after(new Missing(), NOW).gap().since()).isEqualTo(EARLIER);
        assertThat(HEALTHY.after(new Hidden(), NOW).gap().since()).isEqualTo(EARLIER);
    }

    @Test
    void knowsNoGapOfAHookThatNeverWas() {
        assertThat(Chart.BLANK.after(new Missing(), NOW).gap().since()).isNull();
    }

    @Test
    void opensTheGapOfAnUnknownPastWhenTheHookWasMade() {
        assertThat(Chart.BLANK.after(unread(AlertStatus.DISABLED), NOW).gap().since())
                .isEqualTo(CREATED);
    }

    @Test
    void keepsTheGapUntilItIsRead() {
        // Given
        var broken = HEALTHY.after(unread(AlertStatus.DISABLED), NOW);

        // When
        var back = broken.after(unread(AlertStatus.EXECUTABLE), NOW.plusSeconds(60));

        // Then
        assertThat(back.gap().since()).isEqualTo(EARLIER);
        assertThat(back.did(new ReadGap(EARLIER), NOW).gap().since()).isNull();
        assertThat(back.did(new ReadGap(EARLIER), NOW).act().word()).isEqualTo("gap read");
    }

    @Test
    void opensAGapForASingleFailureToo() {
        // When
        var chart = HEALTHY.after(present(AlertStatus.EXECUTABLE, good(1, "a"), bad(2, "b")), NOW);

        // Then
        assertThat(chart.gap().since()).isEqualTo(at(2));
        assertThat(chart.gap().isUnsettled()).isTrue();
    }

    @Test
    void opensNoGapForAFailureThatWasReceivedLater() {
        // When
        var chart = HEALTHY.after(present(AlertStatus.EXECUTABLE, bad(1, "a"), good(2, "a")), NOW);

        // Then
        assertThat(chart.gap().since()).isNull();
        assertThat(chart.gap().isUnsettled()).isFalse();
    }

    @Test
    void takesEachFailureIntoAccountOnce() {
        // Given
        var log = present(AlertStatus.EXECUTABLE, bad(1, "a"), bad(2, "b"));
        var read = HEALTHY.after(log, NOW).did(new ReadGap(at(1)), NOW);

        // When
        var again = read.after(log, NOW.plusSeconds(60));

        // Then
        assertThat(again.gap().since()).isNull();
        assertThat(again.gap().isUnsettled()).isTrue();
    }

    @Test
    void isDoneWithAFailureOnceItWasSentAgain() {
        // Given
        var log = present(AlertStatus.EXECUTABLE, bad(1, "a"), bad(2, "b"));
        var hook = hook(AlertStatus.EXECUTABLE);

        // When
        var chart =
                HEALTHY.after(log, NOW)
                        .did(new ReadGap(at(1)), NOW)
                        .did(new Resend(hook, 1), NOW)
                        .gaveUp(new Resend(hook, 2));

        // Then
        assertThat(chart.gap().handled()).isEqualTo(2);
        assertThat(chart.after(log, NOW).gap().isUnsettled()).isFalse();
    }

    @Test
    void forgetsTheLogOfALostHook() {
        // Given
        var settled = HEALTHY.after(present(AlertStatus.EXECUTABLE, bad(90, "")), NOW);

        // When
        var lost = settled.after(new Missing(), NOW.plusSeconds(60));

        // Then
        assertThat(settled.gap().handled()).isEqualTo(90);
        assertThat(lost.gap().handled()).isZero();
    }

    @Test
    void restsLongerEachTimeButNeverOverAnHour() {
        // Given
        var chart = Chart.BLANK;

        // When
        for (int i = 0; i < 20; i++) {
            chart = chart.failed(NOW);
        }

        // Then
        assertThat(Chart.BLANK.failed(NOW).pause().until()).isEqualTo(NOW.plusSeconds(120));
        assertThat(chart.pause().until()).isEqualTo(NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void looksAgainAtOnceAtWhatIsVisibleAgain() {
        // Given
        var hidden = HEALTHY.after(new Hidden(), NOW);

        // When
        var seen = hidden.after(unread(AlertStatus.EXECUTABLE), NOW.plusSeconds(200));

        // Then
        assertThat(hidden.rests(NOW.plusSeconds(60))).isTrue();
        assertThat(seen.rests(NOW.plusSeconds(200))).isFalse();
    }

    @Test
    void repairsAtOnceWhatChangedButWaitsForWhatWasDoneToShow() {
        // Given
        var created = Chart.BLANK.after(new Missing(), NOW).did(new Treatment.Create(), NOW);

        // When
        var unseen = created.after(new Missing(), NOW.plusSeconds(60));
        var lost =
                created.after(unread(AlertStatus.EXECUTABLE), NOW.plusSeconds(60))
                        .after(new Missing(), NOW.plusSeconds(120));

        // Then
        assertThat(unseen.rests(NOW.plusSeconds(60))).isTrue();
        assertThat(lost.rests(NOW.plusSeconds(120))).isFalse();
    }

    @Test
    void goesOnFromItsRecord() {
        // Given
        var chart =
                HEALTHY.after(present(AlertStatus.DISABLED, good(1, "a"), bad(2, "b")), NOW)
                        .did(new Treatment.Test(hook(AlertStatus.DISABLED)), NOW);

        // When
        var read =
                HookRecords.chart(HookRecords.health("default", "projects/3", chart, chart.seen()));

        // Then
        assertThat(read.seen()).isEqualTo(chart.seen());
        assertThat(read.act()).isEqualTo(chart.act());
        assertThat(read.gap()).isEqualTo(new Gap(at(1), 0, 0));
    }
}
