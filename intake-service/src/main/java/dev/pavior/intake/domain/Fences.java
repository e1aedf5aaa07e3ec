package dev.pavior.intake.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fences of a Markdown text, between which there is code. */
final class Fences {

    /** After backticks no backtick may follow, or the line is a span of code in a paragraph. */
    private static final Pattern FENCE = Pattern.compile("^[\\s>]*+(`{3,}+(?!.*`)|~{3,}+)(.*)$");

    private @Nullable String open;

    private Fences() {}

    /** The lines that stand outside of fenced code; each fenced block leaves one empty line. */
    static List<String> linesOutside(String markdown) {
        var fences = new Fences();
        var lines = new ArrayList<String>();
        for (var line : markdown.lines().toList()) {
            boolean inside = fences.isOpen();
            fences.read(line);
            if (!inside) {
                lines.add(fences.isOpen() ? "" : line);
            }
        }
        return lines;
    }

    private boolean isOpen() {
        return open != null;
    }

    /** A closing fence is at least as long as the opening one and says nothing. */
    private void read(String line) {
        var fence = FENCE.matcher(line);
        if (!fence.matches()) {
            return;
        }
        if (open == null) {
            open = fence.group(1);
        } else if (fence.group(1).startsWith(open) && fence.group(2).isBlank()) {
            open = null;
        }
    }
}
