package dev.pavior.sandbox.shape;

import dev.pavior.sandbox.domain.Refusal;
import dev.pavior.sandbox.domain.Stamp;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** Writes the place in an order where a page ended, and reads it back. */
public final class Cursor {

    private Cursor() {}

    public static String of(Stamp stamp) {
        String text = stamp.at() + " " + stamp.id();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    public static Stamp read(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int split = text.indexOf(' ');
            return new Stamp(
                    Instant.parse(text.substring(0, split)),
                    Long.parseLong(text.substring(split + 1)));
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            throw Refusal.invalid("cursor");
        }
    }
}
