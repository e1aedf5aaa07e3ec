package dev.pavior.labeling.writer;

import dev.pavior.labeling.domain.Digest;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What we write, invisibly, at the end of an issue that we create, and know it by.
 *
 * @param word one word, so that GitLab's search finds it as a whole
 */
record HiddenMark(String word) {

    private static final Pattern HARMLESS =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9]|-(?!-)){0,63}");

    /** The mark of a request; an id that could end the comment is not written as it is. */
    static HiddenMark of(String requestId) {
        var id =
                HARMLESS.matcher(requestId).matches()
                        ? requestId
                        : Digest.of(List.of(requestId)).substring(0, 32);
        return new HiddenMark("pavior-request-" + id);
    }

    String addTo(String description) {
        return description.stripTrailing() + "\n\n" + comment() + "\n";
    }

    boolean isIn(String description) {
        return description.contains(comment());
    }

    private String comment() {
        return "<!-- " + word + " -->";
    }
}
