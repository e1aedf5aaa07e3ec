package dev.pavior.local.process;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Picks the line of a log that best says why a process ended. */
final class LastWords {

    private static final Pattern CAUSE =
            Pattern.compile("^Caused by: |\\b(ERROR|FATAL)\\b|^Exception in thread");
    private static final Pattern NOISE = Pattern.compile("^\\s*(at |\\.\\.\\. |\\*+$|$)");
    // Spring explains a failed start in words of its own, under this heading.
    private static final String EXPLANATION = "Description:";

    private LastWords() {}

    /** What the log itself explains, else its last cause, else its last line that says anything. */
    static String of(List<String> log) {
        var telling =
                log.stream()
                        .filter(line -> !NOISE.matcher(line).find())
                        .map(String::strip)
                        .toList();
        int explanation = telling.lastIndexOf(EXPLANATION) + 1;
        if (explanation > 0 && explanation < telling.size()) {
            return telling.get(explanation);
        }
        return last(telling.stream().filter(line -> CAUSE.matcher(line).find()))
                .or(() -> last(telling.stream()))
                .orElse("it said nothing");
    }

    private static Optional<String> last(Stream<String> lines) {
        return lines.reduce((earlier, later) -> later);
    }
}
