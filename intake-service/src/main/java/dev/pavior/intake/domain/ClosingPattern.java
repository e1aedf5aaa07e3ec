package dev.pavior.intake.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a merge request says it closes, by GitLab's default closing pattern.
 *
 * <p>GitLab's own expression tries every way to cut a list; here the list is read step by step, so
 * that no text takes long.
 */
public final class ClosingPattern {

    private static final Pattern KEYWORD =
            Pattern.compile(
                    "\\b(?:[Cc]los(?:e[sd]?|ing)|[Ff]ix(?:e[sd]|ing)?|[Rr]esolv(?:e[sd]?|ing)"
                            + "|[Ii]mplement(?:s|ed|ing)?):? +");

    private static final Pattern NOUN = Pattern.compile("issues? +");
    private static final Pattern SEPARATOR =
            Pattern.compile(" {0,9},? {1,9}and {1,9}| {0,9},? {0,9}");
    private static final Pattern OTHER_TRACKER = Pattern.compile("[A-Z][A-Z0-9_]+-\\d+");
    private static final String PATH = "[\\w.][\\w.-]*+(?:/[\\w.][\\w.-]*+)*+";
    private static final Pattern SHORT =
            Pattern.compile("(" + PATH + ")?#(\\d{1,18})(?:\\+s?)?(?!\\w)");
    private static final Pattern URL =
            Pattern.compile(
                    "https?://([^/\\s]+)/(groups/)?("
                            + "[\\w.][\\w.-]*+(?:/(?!-/|issues/|work_items/)[\\w.][\\w.-]*+)*+"
                            + ")/(?:-/)?(?:issues(?:/incident)?|work_items)/(\\d{1,18})"
                            + "(?:[#?][^\\s,]*+)?(?!\\w)");

    private final String text;
    private final String host;
    private final List<Reference> found = new ArrayList<>();

    private ClosingPattern(String text, String host) {
        this.text = text;
        this.host = host;
    }

    /**
     * What the text closes, in the order in which it says so.
     *
     * @param markdown title and description
     * @param host of the GitLab it stands in; addresses elsewhere close nothing
     */
    public static List<Reference> in(String markdown, String host) {
        return new ClosingPattern(Prose.of(markdown), host).read();
    }

    private List<Reference> read() {
        var keyword = KEYWORD.matcher(text);
        int from = 0;
        while (keyword.find(from)) {
            from = readList(keyword.end());
        }
        return found.stream().distinct().toList();
    }

    private int readList(int from) {
        int at = from;
        int next = readOne(at);
        while (next > at) {
            at = after(SEPARATOR, next);
            next = readOne(at);
        }
        return at;
    }

    /** Reads one item of a list; where there is none it stays where it was. */
    private int readOne(int from) {
        int at = after(NOUN, from);
        var url = at(URL, at);
        if (url != null) {
            readUrl(url);
            return url.end();
        }
        var reference = at(SHORT, at);
        if (reference != null) {
            add(reference.group(1), false, reference.group(2));
            return reference.end();
        }
        var other = at(OTHER_TRACKER, from);
        return other == null ? from : other.end();
    }

    private void readUrl(Matcher url) {
        if (url.group(1).equalsIgnoreCase(host)) {
            add(url.group(3), url.group(2) != null, url.group(4));
        }
    }

    private void add(@Nullable String path, boolean inGroup, String number) {
        long iid = Long.parseLong(number);
        if (iid > 0) {
            found.add(new Reference(path, inGroup, iid));
        }
    }

    private int after(Pattern pattern, int from) {
        var match = at(pattern, from);
        return match == null ? from : match.end();
    }

    private @Nullable Matcher at(Pattern pattern, int from) {
        var matcher = pattern.matcher(text).region(from, text.length()).useTransparentBounds(true);
        return matcher.lookingAt() ? matcher : null;
    }
}
