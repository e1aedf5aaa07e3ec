package dev.pavior.local.connect.findings;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A label without what people spell differently: case, blanks, hyphens and plurals.
 *
 * @param scope what stands before the colons; empty where there are none
 * @param value the rest
 */
record Spelling(String scope, String value) {

    private static final Pattern COLONS = Pattern.compile("^(.+?)\\s*:{1,3}\\s*([^:]+)$");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NO_DIGIT = Pattern.compile("\\D+");

    static Spelling of(String label) {
        var scoped = COLONS.matcher(Normalizer.normalize(label, Normalizer.Form.NFKC).strip());
        return scoped.matches()
                ? new Spelling(words(scoped.group(1)), words(scoped.group(2)))
                : new Spelling("", words(label));
    }

    boolean isScoped() {
        return !scope.isEmpty();
    }

    /** Labels that differ in a number mean different things. */
    boolean hasDigitsOf(Spelling other) {
        return digits().equals(other.digits());
    }

    private String digits() {
        return NO_DIGIT.matcher(scope + value).replaceAll(" ");
    }

    private static String words(String text) {
        return Stream.of(BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT)))
                .map(Spelling::singular)
                .collect(Collectors.joining());
    }

    private static String singular(String word) {
        return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
                ? word.substring(0, word.length() - 1)
                : word;
    }
}
