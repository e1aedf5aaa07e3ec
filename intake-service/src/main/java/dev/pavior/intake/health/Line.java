package dev.pavior.intake.health;

import java.util.Comparator;

/**
 * One way in which deliveries of one source end.
 *
 * @param outcome published, ignored, parked, refused or unavailable
 * @param reason why, from a small closed set
 */
public record Line(String source, String outcome, String reason) implements Comparable<Line> {

    private static final Comparator<Line> ORDER =
            Comparator.comparing(Line::source)
                    .thenComparing(Line::outcome)
                    .thenComparing(Line::reason);

    @Override
    public int compareTo(Line other) {
        return ORDER.compare(this, other);
    }
}
