package dev.pavior.local.hooks;

import java.util.ArrayList;
import java.util.List;

/**
 * Lays hooks out in columns.
 *
 * @param isColoured whether the status is coloured
 */
public record HookTable(boolean isColoured) {

    private static final String RESET = "\u001b[0m";
    private static final int STATUS = 2;

    /** The lines of the table, the names of its columns first. */
    public List<String> lines(HookSheet sheet) {
        var rows = new ArrayList<List<String>>();
        rows.add(HookLine.HEADER.cells());
        sheet.hooks().forEach(hook -> rows.add(hook.cells()));
        return rows.stream().map(row -> line(row, widths(rows))).toList();
    }

    private static int[] widths(List<List<String>> rows) {
        var widths = new int[rows.getFirst().size()];
        for (var row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return widths;
    }

    private String line(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            var cell = row.get(i);
            var padding = " ".repeat(widths[i] - cell.length() + 2);
            line.append(i == STATUS ? coloured(cell) : cell).append(padding);
        }
        return line.toString().stripTrailing();
    }

    private String coloured(String status) {
        if (!isColoured) {
            return status;
        }
        return switch (status) {
            case "STATUS" -> status;
            case "executable" -> "\u001b[32m" + status + RESET;
            case "temporarily_disabled" -> "\u001b[33m" + status + RESET;
            default -> "\u001b[31m" + status + RESET;
        };
    }
}
