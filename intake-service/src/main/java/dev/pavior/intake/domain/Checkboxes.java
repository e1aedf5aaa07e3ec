package dev.pavior.intake.domain;

import java.util.regex.Pattern;

/**
 * The checkboxes of a Markdown text; those inside fenced code are examples and do not count.
 *
 * @param done ticked ones
 * @param total all
 */
record Checkboxes(int done, int total) {

    private static final Pattern BOX =
            Pattern.compile("^[\\s>]*+(?:[-*+]|\\d{1,9}[.)])\\s+\\[([ xX~])\\](?:\\s.*|)$");

    static Checkboxes in(String markdown) {
        var count = new Checkboxes(0, 0);
        for (var line : Fences.linesOutside(markdown)) {
            count = count.plus(line);
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
}
