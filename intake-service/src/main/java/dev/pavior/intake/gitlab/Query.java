package dev.pavior.intake.gitlab;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * A GraphQL document that can only read.
 *
 * @param text the document
 * @param variables what its variables stand for
 */
public record Query(String text, Map<String, Object> variables) {

    private static final Pattern READS = Pattern.compile("\\s*(query\\b|\\{).*", Pattern.DOTALL);
    private static final Pattern WRITES = Pattern.compile("\\b(mutation|subscription)\\b");

    public Query {
        if (!READS.matcher(text).matches() || WRITES.matcher(text).find()) {
            throw new IllegalArgumentException("not a query: it could write");
        }
        variables = Map.copyOf(variables);
    }
}
