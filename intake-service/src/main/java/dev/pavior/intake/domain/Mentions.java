package dev.pavior.intake.domain;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds who is called by name in a Markdown text. */
public final class Mentions {

    /** A name may hold dots, but a dot at its end belongs to the sentence. */
    private static final String NAME = "[\\w.](?:[\\w.-]*[\\w-])?";

    private static final Pattern MENTION =
            Pattern.compile("(?<![\\p{L}\\p{N}_/@+-])@(" + NAME + "(?:/" + NAME + ")*+)");

    private Mentions() {}

    /** Those of the handles that the text mentions outside of code, sorted, as they were given. */
    public static List<String> in(String markdown, Collection<String> handles) {
        if (handles.isEmpty() || markdown.indexOf('@') < 0) {
            return List.of();
        }
        var mentioned =
                MENTION.matcher(Prose.of(markdown))
                        .results()
                        .map(mention -> mention.group(1).toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
        return handles.stream()
                .filter(handle -> mentioned.contains(handle.toLowerCase(Locale.ROOT)))
                .distinct()
                .sorted()
                .toList();
    }
}
