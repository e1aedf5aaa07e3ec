package dev.pavior.local.connect.report;

import dev.pavior.local.connect.report.Block.Code;
import dev.pavior.local.connect.report.Block.Table;
import dev.pavior.local.connect.report.Block.Words;
import dev.pavior.local.topics.Printable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A report for a terminal: long tables are cut. */
public final class PlainText {

    private static final int ROWS = 15;
    private static final int WIDEST = 60;

    private PlainText() {}

    /** The report, line by line. */
    public static List<String> of(Collection<Section> sections) {
        var lines = new ArrayList<String>();
        for (var section : sections) {
            lines.add("");
            lines.add(section.title());
            section.blocks().forEach(block -> lines.addAll(linesOf(block)));
        }
        return lines.stream().map(Printable::line).toList();
    }

    private static List<String> linesOf(Block block) {
        return switch (block) {
            case Words(var lines) -> lines.stream().map(line -> "  " + line).toList();
            case Code(_, var lines) -> lines.stream().map(line -> "    " + line).toList();
            case Table table -> linesOf(table);
        };
    }

    private static List<String> linesOf(Table table) {
        var shown = table.rows().stream().limit(ROWS).toList();
        var all = Stream.concat(Stream.of(table.head()), shown.stream()).toList();
        var widths =
                IntStream.range(0, table.head().size())
                        .map(
                                i ->
                                        all.stream()
                                                .mapToInt(row -> cut(row.get(i)).length())
                                                .max()
                                                .orElse(0))
                        .toArray();
        var lines = new ArrayList<>(all.stream().map(row -> "  " + line(row, widths)).toList());
        if (table.rows().size() > ROWS) {
            lines.add("  ... and %d more".formatted(table.rows().size() - ROWS));
        }
        return lines;
    }

    private static String line(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            var cell = cut(row.get(i));
            var blanks = " ".repeat(widths[i] - cell.length());
            line.append(isNumber(cell) ? blanks + cell : cell + blanks).append("  ");
        }
        return line.toString().stripTrailing();
    }

    private static boolean isNumber(String cell) {
        return cell.matches("[\\d,.]+( %)?");
    }

    private static String cut(String cell) {
        return cell.length() <= WIDEST ? cell : cell.substring(0, WIDEST - 1) + "…";
    }
}
