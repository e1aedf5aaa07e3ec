package dev.pavior.intake.doctor;

import dev.pavior.intake.gitlab.Container;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Goes from hook to hook of one source: looks, decides, does, and writes it down. */
final class Rounds {

    /** What was done shows at another look, which may ask for more, but not without end. */
    private static final int LOOKS = 3;

    private final DoctorSource source;
    private final Duration logInterval;
    private final Wards wards;
    private final Examination examination;
    private final Remedies remedies;
    private final Charts charts;
    private final Notices notices;
    private final Clock clock;
    private final Map<Container, Instant> logsSeen = new HashMap<>();

    Rounds(
            DoctorSource source,
            Duration logInterval,
            Wards wards,
            Examination examination,
            Remedies remedies,
            Charts charts,
            Clock clock) {
        this.source = source;
        this.logInterval = logInterval;
        this.wards = wards;
        this.examination = examination;
        this.remedies = remedies;
        this.charts = charts;
        this.notices = new Notices(source.name());
        this.clock = clock;
    }

    Charts charts() {
        return charts;
    }

    String source() {
        return source.name();
    }

    /** Looks after each hook once. */
    void walk() {
        var containers = wards.all();
        if (containers.isPresent()) {
            charts.keepOnly(containers.get(), clock.instant());
            containers.get().forEach(this::visit);
        }
    }

    private void visit(Container container) {
        for (int look = 0; look < LOOKS; look++) {
            if (!hasToLookAgain(container)) {
                return;
            }
        }
    }

    private boolean hasToLookAgain(Container container) {
        var before = charts.of(container);
        // What the token may not see is not asked for again and again.
        if (before.is(AlertStatus.UNKNOWN) && before.rests(clock.instant())) {
            return false;
        }
        var finding = examination.look(container, hook -> needsLog(container, hook, before));
        if (finding.isEmpty()) {
            return false;
        }
        var now = clock.instant();
        var seen = before.after(finding.get(), now);
        notices.changed(container, before, seen);
        tellOfSecret(container, finding.get());
        var treated =
                treat(container, new Diagnosis(source.repair(), now).of(finding.get(), seen), seen);
        charts.keep(container, treated);
        return treated.act() != null && !treated.act().equals(before.act());
    }

    private Chart treat(Container container, List<Treatment> treatments, Chart chart) {
        var next = chart;
        for (var treatment : treatments) {
            switch (remedies.apply(treatment, container)) {
                case Effect.Worked() -> {
                    notices.done(container, treatment);
                    next = next.did(treatment, clock.instant());
                }
                case Effect.GivenUp(String reason) -> {
                    notices.trouble(container, reason);
                    next = next.gaveUp(treatment);
                }
                case Effect.Failed(String reason) -> {
                    notices.trouble(container, reason);
                    return next.failed(clock.instant());
                }
                case Effect.Waits() -> {
                    return next;
                }
            }
        }
        return next;
    }

    private boolean needsLog(Container container, Hook hook, Chart chart) {
        var now = clock.instant();
        var isDue = !logsSeen.getOrDefault(container, Instant.MIN).plus(logInterval).isAfter(now);
        var mayMend =
                chart.gap().since() != null
                        || (source.repair().resend() && chart.gap().isUnsettled());
        var needed =
                isDue
                        || !chart.is(hook.status())
                        || (hook.status() == AlertStatus.EXECUTABLE && mayMend);
        if (needed) {
            logsSeen.put(container, now);
        }
        return needed;
    }

    private void tellOfSecret(Container container, Finding finding) {
        if (finding instanceof Finding.Present present && !present.hook().hasSecret()) {
            notices.trouble(container, "it has no secret, so what it delivers is refused");
        }
    }
}
