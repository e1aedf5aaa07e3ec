package dev.pavior.labeling.domain;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The description of a new issue with places for what was answered: a place on a line of its own is
 * a quotation, any other a part of its line.
 */
public record RequestTemplate(String text) {

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z_]+)}}");
    private static final Pattern BROKEN = Pattern.compile("\\{\\{(?![a-z_]+}})");
    private static final String UNANSWERED = "(not answered)";

    public RequestTemplate {
        var broken = BROKEN.matcher(text);
        if (broken.find()) {
            var line = text.substring(0, broken.start()).lines().count();
            throw new IllegalArgumentException(
                    "line " + Math.max(1, line) + ": a place is written {{name}}");
        }
    }

    /** The names of its places. */
    public Set<String> places() {
        return PLACE.matcher(text)
                .results()
                .map(place -> place.group(1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * The description.
     *
     * @param ours values that are our own words
     * @param answers values that a requester wrote; those without a place follow at the end
     */
    String render(Map<String, String> ours, Map<String, String> answers) {
        var head = text.lines().map(line -> line(line, ours, answers)).collect(lines());
        var places = places();
        var rest =
                answers.entrySet().stream()
                        .filter(answer -> !places.contains(answer.getKey()))
                        .map(answer -> section(answer.getKey(), answer.getValue()))
                        .collect(Collectors.joining());
        return head.stripTrailing() + "\n" + rest;
    }

    private static String line(String line, Map<String, String> ours, Map<String, String> answers) {
        var alone = PLACE.matcher(line.strip());
        if (alone.matches() && !ours.containsKey(alone.group(1))) {
            // The empty line ends the quotation, whatever follows in the template.
            return TamedText.quotation(answers.getOrDefault(alone.group(1), UNANSWERED)) + "\n";
        }
        return fill(
                line,
                name ->
                        ours.containsKey(name)
                                ? ours.get(name)
                                : TamedText.phrase(answers.getOrDefault(name, UNANSWERED)));
    }

    /** A text with every place filled. */
    static String fill(String text, Function<String, String> values) {
        Function<MatchResult, String> value =
                place -> java.util.regex.Matcher.quoteReplacement(values.apply(place.group(1)));
        return PLACE.matcher(text).replaceAll(value);
    }

    private static String section(String name, String answer) {
        return "\n## "
                + TamedText.phrase(name.replace('_', ' '))
                + "\n\n"
                + TamedText.quotation(answer)
                + "\n";
    }

    private static java.util.stream.Collector<CharSequence, ?, String> lines() {
        return Collectors.joining("\n");
    }
}
