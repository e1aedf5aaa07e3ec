package dev.pavior.intake.doctor;

import dev.pavior.intake.doctor.Finding.Hidden;
import dev.pavior.intake.doctor.Finding.Missing;
import dev.pavior.intake.doctor.Finding.Present;
import dev.pavior.intake.doctor.Treatment.Complete;
import dev.pavior.intake.doctor.Treatment.Create;
import dev.pavior.intake.doctor.Treatment.ReadGap;
import dev.pavior.intake.doctor.Treatment.Resend;
import dev.pavior.intake.doctor.Treatment.Test;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Decides what is to be done about a hook. Same sight, same chart, same time: same answer. */
record Diagnosis(Repairs allowed, Instant now) {

    /** GitLab's own pauses that are shorter end by themselves before a test would be worth it. */
    private static final Duration SHORT = Duration.ofMinutes(10);

    /** GitLab resends five a minute. */
    private static final int RESENDS = 5;

    /**
     * What is to be done now, in this order.
     *
     * @param chart what is known of the hook, this finding included
     */
    List<Treatment> of(Finding finding, Chart chart) {
        return switch (finding) {
            case Hidden() -> List.of();
            case Missing() ->
                    allowed.create() && !chart.rests(now) ? List.of(new Create()) : List.of();
            case Present present -> of(present, chart);
        };
    }

    private List<Treatment> of(Present present, Chart chart) {
        var treatments = new ArrayList<Treatment>();
        var since = chart.gap().since();
        if (isWorking(present) && since != null) {
            treatments.add(new ReadGap(since));
        }
        if (!chart.rests(now)) {
            repair(present, chart, treatments);
        }
        return treatments;
    }

    private void repair(Present present, Chart chart, List<Treatment> treatments) {
        if (allowed.complete() && !present.missing().isEmpty()) {
            treatments.add(new Complete(present.hook(), present.missing()));
        }
        if (allowed.reEnable() && isOffForLong(present.hook())) {
            treatments.add(new Test(present.hook()));
        }
        if (allowed.resend() && isWorking(present) && present.log() != null) {
            present.log().worthTryingAfter(chart.gap().handled()).stream()
                    .limit(RESENDS)
                    .forEach(tried -> treatments.add(new Resend(present.hook(), tried.id())));
        }
    }

    private static boolean isWorking(Present present) {
        return present.hook().status() == AlertStatus.EXECUTABLE;
    }

    private boolean isOffForLong(Hook hook) {
        return switch (hook.status()) {
            case DISABLED -> true;
            case TEMPORARILY_DISABLED -> {
                var until = hook.disabledUntil();
                yield until != null && until.isAfter(now.plus(SHORT));
            }
            case EXECUTABLE, MISSING, UNKNOWN -> false;
        };
    }
}
