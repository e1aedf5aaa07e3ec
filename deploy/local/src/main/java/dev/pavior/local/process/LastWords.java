package dev.pavior.local.process;

import java.util.List;
import java.util.regex.Pattern;

/** Picks the line of a log that best says why a process ended. */
final class LastWords {

    private static final Pattern CAUSE =
            Pattern.compile("^Caused by: |\\b(ERROR|FATAL)\\b|^Exception in thread|^Description:");
    private static final Pattern NOISE = Pattern.compile("^\\s*(at |\\.\\.\\. |$)");

    private LastWords() {}

    /** The last line that names a cause, else the last line that says anything. */
    static String of(List<String> log) {
        var telling = log.stream().filter(line -> !NOISE.matcher(line).find()).toList();
        return telling.stream()
                .filter(line -> CAUSE.matcher(line).find())
                .reduce((earlier, later) -> later)
                .or(() -> telling.stream().reduce((earlier, later) -> later))
                .map(String::strip)
                .orElse("it said nothing");
    }
}
