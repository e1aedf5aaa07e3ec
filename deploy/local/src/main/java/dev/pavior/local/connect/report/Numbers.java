package dev.pavior.local.connect.report;

import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them. */
final class Numbers {

    private Numbers() {}

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A number with its noun, in the plural where it is not one. */
    static String count(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    static String share(long part, long whole) {
        return whole == 0 ? "none" : String.format(Locale.ROOT, "%.0f %%", 100.0 * part / whole);
    }

    static String time(Duration time) {
        return time.toMinutes() == 0
                ? count(Math.max(1, time.toSeconds()), "second")
                : time.toHours() == 0
                        ? count(time.toMinutes(), "minute")
                        : "%d h %d min".formatted(time.toHours(), time.toMinutesPart());
    }
}
