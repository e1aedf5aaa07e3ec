package dev.pavior.intake.reading;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How fast a long reading goes, told in the log every ten seconds. */
final class Pulse {

    private static final Logger log = LoggerFactory.getLogger(Pulse.class);
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final String what;
    private final Clock clock;
    private Instant begun = Instant.EPOCH;
    private Instant told = Instant.EPOCH;
    private long first;
    private long done;
    private @Nullable Long total;

    Pulse(String what, Clock clock) {
        this.what = what;
        this.clock = clock;
    }

    /**
     * How far a reading is.
     *
     * @param percent of everything, null where nobody knows how much that is
     * @param perSecond since this process goes on with it
     * @param secondsLeft at that rate, null where it cannot be told
     */
    record Reading(
            long done,
            @Nullable Long total,
            @Nullable Double percent,
            double perSecond,
            @Nullable Long secondsLeft) {}

    synchronized void begin(long alreadyDone, @Nullable Long outOf) {
        begun = clock.instant();
        told = begun;
        first = alreadyDone;
        done = alreadyDone;
        total = outOf;
    }

    synchronized void beat() {
        done++;
        tell(false);
    }

    /** Tells how far it is, if it is time or the end. */
    synchronized void tell(boolean atLast) {
        var now = clock.instant();
        if (atLast || Duration.between(told, now).compareTo(EVERY) >= 0) {
            told = now;
            var reading = reading();
            log.info(
                    "{}: {} of {} ({} %), {} a second, {} s left",
                    what,
                    reading.done(),
                    reading.total() == null ? "?" : reading.total(),
                    reading.percent() == null ? "?" : rounded(reading.percent()),
                    rounded(reading.perSecond()),
                    reading.secondsLeft() == null ? "?" : reading.secondsLeft());
        }
    }

    synchronized Reading reading() {
        double seconds = Duration.between(begun, clock.instant()).toMillis() / 1000.0;
        double rate = seconds > 0 ? (done - first) / seconds : 0;
        return new Reading(done, total, percent(done, total), rate, left(rate));
    }

    /** Of a whole, null where it is nothing or nobody knows it. */
    static @Nullable Double percent(long done, @Nullable Long total) {
        return total == null || total <= 0
                ? null
                : Double.valueOf(Math.min(100, 100.0 * done / total));
    }

    private @Nullable Long left(double rate) {
        return total == null || rate <= 0
                ? null
                : Long.valueOf((long) (Math.max(0, total - done) / rate));
    }

    private static String rounded(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
