package dev.pavior.intake.domain;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The checkboxes of a Markdown text; those inside fenced code are examples and do not count.
 *
 * @param done ticked ones
 * @param total all
 */
record Checkboxes(int done, int total) {

    private static final Pattern BOX =
            Pattern.compile("^\\s*(?:>\\s*)*(?:[-*+]|\\d{1,9}[.)])\\s+\\[([ xX~])\\](?:\\s.*|)$");
    private static final Pattern FENCE = Pattern.compile("^\\s*(?:>\\s*)*(`{3,}|~{3,})(.*)$");

    static Checkboxes in(String markdown) {
        var count = new Checkboxes(0, 0);
        String fence = null;
        for (var line : markdown.lines().toList()) {
            var next = fenceAfter(line, fence);
            if (fence == null && next == null) {
                count = count.plus(line);
            }
            fence = next;
        }
        return count;
    }

    /** GitLab's third sign, {@code [~]}, marks a task that no longer applies: it is not counted. */
    private Checkboxes plus(String line) {
        var box = BOX.matcher(line);
        if (!box.matches() || box.group(1).equals("~")) {
            return this;
        }
        return new Checkboxes(done + (box.group(1).isBlank() ? 0 : 1), total + 1);
    }

    /**
     * The fence that is open after the line: a closing one is at least as long and says nothing.
     */
    private static @Nullable String fenceAfter(String line, @Nullable String open) {
        var fence = FENCE.matcher(line);
        if (!fence.matches()) {
            return open;
        }
        if (open == null) {
            return fence.group(1);
        }
        var closes = fence.group(1).startsWith(open) && fence.group(2).isBlank();
        return closes ? null : open;
    }
}
