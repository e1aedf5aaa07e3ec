package dev.pavior.local.topics;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Text from elsewhere, such that a terminal only shows it and obeys nothing in it. */
public final class Printable {

    private Printable() {}

    /** Bytes that should be text, over as many lines as they have. */
    public static String text(byte[] bytes) {
        return shown(new String(bytes, UTF_8), true);
    }

    /** Text in one line. */
    public static String line(String text) {
        return shown(text, false);
    }

    private static String shown(String text, boolean manyLines) {
        var shown = new StringBuilder(text.length());
        text.codePoints()
                .forEach(
                        c -> {
                            if (isHarmless(c) || (manyLines && (c == '\n' || c == '\t'))) {
                                shown.appendCodePoint(c);
                            } else {
                                shown.append("\\u{%x}".formatted(c));
                            }
                        });
        return shown.toString();
    }

    /** Neither a control, nor something invisible that turns the direction of what follows. */
    private static boolean isHarmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    false;
            default -> true;
        };
    }
}
