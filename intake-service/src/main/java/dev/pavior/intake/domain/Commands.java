package dev.pavior.intake.domain;

/** Finds commands to Pavior in comments. */
public final class Commands {

    private static final String BEGINNING = "/pavior ";

    private Commands() {}

    /** Whether a line outside of fenced code begins with a command. */
    public static boolean in(String markdown) {
        return markdown.contains(BEGINNING)
                && Fences.linesOutside(markdown).stream()
                        .anyMatch(line -> line.startsWith(BEGINNING));
    }
}
