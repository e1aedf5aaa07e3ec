package dev.pavior.local.connect.report;

import dev.pavior.local.connect.report.Block.Code;
import dev.pavior.local.connect.report.Block.Table;
import dev.pavior.local.connect.report.Block.Words;
import dev.pavior.local.topics.Printable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A report as Markdown, whole. */
public final class Markdown {

    /** Nothing that Markdown, or a GitLab that shows it, could take for more than text. */
    private static final Pattern HARMLESS = Pattern.compile("[\\p{L}\\p{N} ,.:;%/()+…-]*");

    private Markdown() {}

    /** The report under a title. */
    public static String of(String title, Collection<Section> sections) {
        var lines = new ArrayList<>(List.of("# " + text(title)));
        for (var section : sections) {
            lines.addAll(List.of("", "## " + text(section.title())));
            for (var block : section.blocks()) {
                lines.add("");
                lines.addAll(linesOf(block));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static List<String> linesOf(Block block) {
        return switch (block) {
            case Words(var lines) ->
                    lines.stream().map(line -> "- " + Printable.line(line)).toList();
            case Code(var language, var lines) -> fenced(language, lines);
            case Table(var head, var rows) -> {
                var all = new ArrayList<>(List.of(row(head)));
                all.add(
                        head.stream()
                                .map(cell -> "---")
                                .collect(Collectors.joining("|", "|", "|")));
                rows.forEach(cells -> all.add(row(cells)));
                yield all;
            }
        };
    }

    private static List<String> fenced(String language, List<String> lines) {
        var all = new ArrayList<>(List.of("```" + language));
        lines.forEach(line -> all.add(Printable.line(line)));
        all.add("```");
        return all;
    }

    private static String row(List<String> cells) {
        return cells.stream().map(Markdown::text).collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** What comes from a GitLab stays text: as code it mentions nobody and opens nothing. */
    private static String text(String text) {
        var line = Printable.line(text);
        if (HARMLESS.matcher(line).matches()) {
            return line;
        }
        var fence = line.contains("`") ? "``" : "`";
        var blank = line.contains("`") ? " " : "";
        return fence + blank + line.replace("|", "\\|") + blank + fence;
    }
}
