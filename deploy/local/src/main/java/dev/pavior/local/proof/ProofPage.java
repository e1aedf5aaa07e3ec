package dev.pavior.local.proof;

import dev.pavior.local.topics.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The accounts as tables. */
public final class ProofPage {

    private ProofPage() {}

    /** The counters by instance and source, each source beside what the topics hold of it. */
    public static List<String> counters(List<Sheet> sheets) {
        var lines = new ArrayList<String>();
        lines.add(
                line(
                        "INSTANCE",
                        "SOURCE",
                        "PUBLISHED",
                        "IGNORED",
                        "PARKED",
                        "REFUSED",
                        "UNAVAILABLE"));
        for (var sheet : sheets) {
            sheet.sources().forEach((source, outcomes) -> lines.add(line(sheet, source, outcomes)));
            lines.add(
                    "%-12s received %d, restarted %d times, written at %s"
                            .formatted("", sheet.received(), sheet.restarts(), sheet.at()));
        }
        return lines;
    }

    /** What was read of the topics, and how many deliveries of each source have a record there. */
    public static List<String> topics(List<Sheet> sheets, Recorded recorded) {
        var lines = new ArrayList<String>();
        lines.add("%-28s %10s %10s %10s".formatted("TOPIC", "FROM", "TO", "RECORDS"));
        for (var stretch : recorded.stretches()) {
            lines.add(
                    "%-28s %10d %10d %10d"
                            .formatted(
                                    stretch.partition(),
                                    stretch.begin(),
                                    stretch.end(),
                                    stretch.records()));
        }
        sheets.stream()
                .flatMap(sheet -> sheet.sources().keySet().stream())
                .distinct()
                .sorted()
                .forEach(
                        source ->
                                lines.add(
                                        "source %s: %d deliveries have a record"
                                                .formatted(
                                                        Printable.line(source),
                                                        recorded.of(source))));
        return lines;
    }

    /** GitLab's log by status. */
    public static String log(List<HookLog.Entry> log) {
        return "GitLab's hook log: "
                + HookLog.byStatus(log).entrySet().stream()
                        .map(entry -> Printable.line(entry.getKey()) + " × " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static String line(Sheet sheet, String source, Map<String, Long> outcomes) {
        var cells = new ArrayList<Object>(List.of(sheet.instance(), Printable.line(source)));
        Sheet.OUTCOMES.forEach(outcome -> cells.add(outcomes.getOrDefault(outcome, 0L)));
        return line(cells.toArray());
    }

    private static String line(Object... cells) {
        return "%-12s %-16s %10s %10s %10s %10s %12s".formatted(cells);
    }
}
