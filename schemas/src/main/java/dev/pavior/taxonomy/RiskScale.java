package dev.pavior.taxonomy;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How the risk register rates a risk: likelihood (1 to 6) times impact (1 to 5).
 *
 * @param ratings rating → the lowest score that has it
 * @param scopes categories of what a risk is about
 */
public record RiskScale(Map<String, Integer> ratings, List<String> scopes) {

    public RiskScale {
        ratings = Map.copyOf(ratings);
        scopes = List.copyOf(scopes);
        if (!ratings.containsValue(1)) {
            throw new IllegalArgumentException("ratings: none begins at 1, the lowest score");
        }
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("scopes: lists none");
        }
    }

    /** The rating of a score. */
    public String rate(int score) {
        return ratings.entrySet().stream()
                .filter(rating -> rating.getValue() <= score)
                .max(Comparator.comparingInt(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElseThrow(() -> new IllegalArgumentException("not a score: " + score));
    }
}
