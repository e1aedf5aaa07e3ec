package dev.pavior.intake.domain;

/**
 * The beginning of a text, or all of it.
 *
 * @param words that fit
 * @param cut whether there are more
 */
public record Excerpt(String words, boolean cut) {

    /** As many whole characters as fit into so many bytes of UTF-8. */
    public static Excerpt of(String text, int bytes) {
        int end = 0;
        int taken = 0;
        while (end < text.length()) {
            int character = text.codePointAt(end);
            taken += bytesOf(character);
            if (taken > bytes) {
                return new Excerpt(text.substring(0, end), true);
            }
            end += Character.charCount(character);
        }
        return new Excerpt(text, false);
    }

    private static int bytesOf(int character) {
        if (character < 0x80) {
            return 1;
        }
        if (character < 0x800) {
            return 2;
        }
        return character < 0x10000 ? 3 : 4;
    }
}
