package dev.pavior.metrics.domain;

import java.util.Optional;

/** What the number of a KPI counts. */
public enum Unit {
    MERGE_REQUESTS("merge requests", false),
    PERCENT("percent", true);

    private final String words;
    private final boolean ratio;

    Unit(String words, boolean ratio) {
        this.words = words;
        this.ratio = ratio;
    }

    /** The unit as people read it. */
    public String words() {
        return words;
    }

    /** Whether the number is a part of a whole, and so has a denominator. */
    public boolean ratio() {
        return ratio;
    }

    /** The number that people read; empty for a ratio of nothing, which is not zero. */
    public Optional<Number> value(Amount amount) {
        if (!ratio) {
            return Optional.of(amount.numerator());
        }
        return amount.denominator() == 0
                ? Optional.empty()
                : Optional.of(100.0 * amount.numerator() / amount.denominator());
    }
}
