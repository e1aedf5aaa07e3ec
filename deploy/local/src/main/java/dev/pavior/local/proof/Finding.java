package dev.pavior.local.proof;

import java.util.Locale;

/**
 * One comparison and how it came out.
 *
 * @param words what was compared with what
 */
public record Finding(Grade grade, String words) {

    /** How a comparison came out. */
    public enum Grade {
        /** As it must be. */
        HOLDS,
        /** It differs, and what is known accounts for the difference. */
        EXPLAINED,
        /** Something is missing. */
        MISSING
    }

    static Finding of(boolean holds, String words) {
        return new Finding(holds ? Grade.HOLDS : Grade.MISSING, words);
    }

    /** This as a line. */
    public String line() {
        return "%-9s %s".formatted(grade.name().toLowerCase(Locale.ROOT), words);
    }
}
