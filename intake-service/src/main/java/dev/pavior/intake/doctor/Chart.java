package dev.pavior.intake.doctor;

import dev.pavior.intake.doctor.Finding.Hidden;
import dev.pavior.intake.doctor.Finding.Missing;
import dev.pavior.intake.doctor.Finding.Present;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the hook of one container.
 *
 * @param seen how it was at the last look; null before the first
 * @param act what was last done about it
 */
record Chart(@Nullable Seen seen, Gap gap, @Nullable Act act, Pause pause) {

    static final Chart BLANK = new Chart(null, Gap.NONE, null, Pause.NONE);

    /** Something that was done. */
    record Act(String word, Instant at) {}

    /** Whether nothing is repaired for now, since it did not work lately. */
    boolean rests(Instant now) {
        return pause.until().isAfter(now);
    }

    boolean is(AlertStatus status) {
        return seen != null && seen.status() == status;
    }

    /** The same after another look. */
    Chart after(Finding finding, Instant now) {
        return switch (finding) {
            case Hidden() ->
                    lost(Seen.without(AlertStatus.UNKNOWN, now)).withPause(pause.again(now));
            case Missing() -> lost(Seen.without(AlertStatus.MISSING, now));
            case Present present -> after(present, now);
        };
    }

    /** What was lost with the hook, its log included, was lost after it was last seen working. */
    private Chart lost(Seen without) {
        var open = gap.opened(lastWorking());
        return new Chart(without, new Gap(open.since(), 0, 0), act, pause);
    }

    private Chart after(Present present, Instant now) {
        var hook = present.hook();
        var log = present.log();
        var failed = log != null ? log.failedCount() : seen == null ? 0 : seen.failed();
        var next =
                new Seen(
                        hook.status(),
                        hook.id(),
                        hook.disabledUntil(),
                        present.missing(),
                        failed,
                        now);
        // What has changed may be repaired at once.
        var rest = is(hook.status()) ? pause : Pause.NONE;
        return new Chart(next, gapAfter(hook, log, now), act, rest);
    }

    private Gap gapAfter(Hook hook, @Nullable HookLog log, Instant now) {
        if (hook.status() == AlertStatus.UNKNOWN) {
            return gap;
        }
        if (hook.status() == AlertStatus.EXECUTABLE) {
            return log == null ? gap : gap.noticing(log, or(lastWorking(), now)).settled(log);
        }
        var good = log == null ? null : log.lastGood();
        var open = gap.opened(or(good, or(lastWorking(), hook.createdAt())));
        return log == null ? open : open.upTo(log);
    }

    private @Nullable Instant lastWorking() {
        return seen != null && seen.status() == AlertStatus.EXECUTABLE ? seen.at() : null;
    }

    private static @Nullable Instant or(@Nullable Instant one, @Nullable Instant other) {
        return one != null ? one : other;
    }

    /** The same after something was done and worked. */
    Chart did(Treatment treatment, Instant now) {
        var next =
                switch (treatment) {
                    case Treatment.ReadGap g -> gap.closed();
                    case Treatment.Resend(var hook, long event) -> gap.handled(event);
                    case Treatment t -> gap;
                };
        return new Chart(seen, next, new Act(treatment.done(), now), Pause.after(treatment, now));
    }

    /** The same after something was found to be of no use. */
    Chart gaveUp(Treatment treatment) {
        return treatment instanceof Treatment.Resend(var hook, long event)
                ? new Chart(seen, gap.handled(event), act, pause)
                : this;
    }

    /** The same after something did not work. */
    Chart failed(Instant now) {
        return withPause(pause.again(now));
    }

    private Chart withPause(Pause next) {
        return new Chart(seen, gap, act, next);
    }

    /** The kinds of events that are missing. */
    Set<String> missing() {
        return seen == null ? Set.of() : seen.missing();
    }
}
