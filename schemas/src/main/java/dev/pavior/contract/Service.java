package dev.pavior.contract;

import java.util.Locale;

/** A service that owns topics. */
public enum Service {
    INTAKE,
    LABELING,
    METRICS,
    HANDOFF;

    /** The first part of the names of the topics it writes, and of its consumer groups. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
