package dev.pavior.labeling.domain;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words of a requester that GitLab is to show and not to act on: no mention, no quick action, no
 * HTML, no comment, nothing that reaches beyond its own block.
 */
final class TamedText {

    // Invisible and no white space to anybody, so it breaks up what GitLab looks for. A backslash
    // would be shown in code, and an entity is decoded before mentions are looked for.
    private static final String JOINER = "\u2060";

    private static final Pattern LINE_BREAK =
            Pattern.compile("\r\n|[\n\r\u000B\f\u0085\u2028\u2029]");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\u202A-\u202E\u2066-\u2069]");
    private static final Pattern MENTION = Pattern.compile("@");
    private static final Pattern TAG = Pattern.compile("<(?=[A-Za-z/!?])");
    private static final Pattern ENTITY = Pattern.compile("&(?=[A-Za-z#])");
    private static final Pattern QUICK_ACTION = Pattern.compile("^(\\s*)/");

    private TamedText() {}

    /** As a quotation of as many lines as it has. */
    static String quotation(String text) {
        return LINE_BREAK
                .splitAsStream(text.strip())
                .map(TamedText::tamed)
                .map(line -> line.isBlank() ? ">" : "> " + line)
                .collect(Collectors.joining("\n"));
    }

    /** As a part of one line. */
    static String phrase(String text) {
        return tamed(LINE_BREAK.matcher(text).replaceAll(" ").strip());
    }

    private static String tamed(String line) {
        var text = CONTROL.matcher(line.replace('\t', ' ')).replaceAll("");
        text = MENTION.matcher(text).replaceAll("@" + JOINER);
        text = TAG.matcher(text).replaceAll("<" + JOINER);
        text = ENTITY.matcher(text).replaceAll("&" + JOINER);
        return QUICK_ACTION.matcher(text).replaceAll("$1" + JOINER + "/");
    }
}
