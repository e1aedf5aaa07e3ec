package dev.pavior.metrics.domain;

/**
 * A number that can be added and taken away again.
 *
 * @param numerator the count, or the upper part of a ratio
 * @param denominator the lower part of a ratio; 0 for a count
 */
public record Amount(long numerator, long denominator) {

    /** Nothing. */
    public static final Amount NONE = new Amount(0, 0);

    /** One more of what is counted. */
    static final Amount ONE = new Amount(1, 0);

    /** One item of a ratio, which is above the line or only below it. */
    static Amount part(boolean counts) {
        return new Amount(counts ? 1 : 0, 1);
    }

    /** The sum of both. */
    public Amount plus(Amount other) {
        return new Amount(numerator + other.numerator, denominator + other.denominator);
    }

    /** This, taken away. */
    Amount negated() {
        return new Amount(-numerator, -denominator);
    }
}
