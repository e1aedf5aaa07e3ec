package dev.pavior.sandbox.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds the issues that a merge request says it closes. */
public final class ClosingPattern {

    private static final String REF =
            "(?:https?://\\S+?/-/(?:issues|work_items)/\\d+|[\\w./-]*#\\d+)";
    private static final Pattern CLOSING =
            Pattern.compile(
                    "\\b(?:[Cc]los(?:e[sd]?|ing)|[Ff]ix(?:e[sd]|ing)?|[Rr]esolv(?:e[sd]?|ing)"
                            + "|[Ii]mplement(?:s|ed|ing)?):? +(?:(?:issues? +)?"
                            + REF
                            + "(?: *,? +and +| *,? *)?)+");
    private static final Pattern ONE =
            Pattern.compile(
                    "https?://[^/\\s]+/(?<urlPath>\\S+?)/-/(?:issues|work_items)/(?<urlIid>\\d+)"
                            + "|(?<path>[\\w./-]*)#(?<iid>\\d+)");

    private ClosingPattern() {}

    /** An issue by its project's path, which is empty for the project at hand, and number. */
    public record Reference(String project, long iid) {}

    public static List<Reference> references(String text) {
        var found = new ArrayList<Reference>();
        CLOSING.matcher(text)
                .results()
                .flatMap(match -> ONE.matcher(match.group()).results())
                .map(ClosingPattern::reference)
                .filter(reference -> !found.contains(reference))
                .forEach(found::add);
        return List.copyOf(found);
    }

    private static Reference reference(MatchResult match) {
        String urlIid = match.group("urlIid");
        return urlIid == null
                ? new Reference(match.group("path"), Long.parseLong(match.group("iid")))
                : new Reference(match.group("urlPath"), Long.parseLong(urlIid));
    }
}
