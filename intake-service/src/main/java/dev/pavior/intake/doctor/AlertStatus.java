package dev.pavior.intake.doctor;

import java.util.Arrays;
import java.util.Locale;

/** How a hook is, in GitLab's words and two of our own. */
public enum AlertStatus {
    EXECUTABLE,
    TEMPORARILY_DISABLED,
    DISABLED,
    /** There is no such hook. */
    MISSING,
    /** It cannot be seen, or GitLab says a word that we do not know. */
    UNKNOWN;

    /** As records and metrics have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status of that word. */
    static AlertStatus of(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word().equals(word))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
