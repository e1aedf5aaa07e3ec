package dev.pavior.intake.doctor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a hook did not deliver, as far as nothing was done about it.
 *
 * @param since since when deliveries may be missing that no reading was asked for
 * @param noticed id of the newest failure that a reading was or will be asked for
 * @param handled id of the newest failure that nothing more is done about
 */
record Gap(@Nullable Instant since, long noticed, long handled) {

    static final Gap NONE = new Gap(null, 0, 0);

    /** The same, open since then unless it was open already. */
    Gap opened(@Nullable Instant at) {
        return since == null ? new Gap(at, noticed, handled) : this;
    }

    /** The same with a reading asked for. */
    Gap closed() {
        return new Gap(null, noticed, handled);
    }

    /** Opens for failures that are new. */
    Gap noticing(HookLog log, @Nullable Instant otherwise) {
        var news = log.failedAfter(Math.max(noticed, handled));
        if (news.isEmpty()) {
            return this;
        }
        var first = news.getFirst().at();
        return opened(first == null ? otherwise : first).upTo(log);
    }

    /** All failures up to now belong to it. */
    Gap upTo(HookLog log) {
        return new Gap(since, Math.max(noticed, log.newestFailure()), handled);
    }

    /** The same with a failure sent once more, or given up; older ones were before it. */
    Gap handled(long event) {
        return new Gap(since, noticed, Math.max(handled, event));
    }

    /** Whether failures that were noticed may still be worth another try. */
    boolean isUnsettled() {
        return handled < noticed;
    }

    /** Nothing more is done about failures once none is worth another try. */
    Gap settled(HookLog log) {
        return log.worthTryingAfter(handled).isEmpty()
                ? new Gap(since, noticed, Math.max(handled, log.newestFailure()))
                : this;
    }
}
