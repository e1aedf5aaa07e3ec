package dev.pavior.handoff.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pavior.contract.ItemKey;
import java.util.Base64;

/** Where the next page starts, as a word that callers pass back unread. */
final class Cursor {

    private Cursor() {}

    static String after(String item) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(item.getBytes(UTF_8));
    }

    /**
     * The item behind a cursor.
     *
     * @throws RefusedParameter where it is no cursor of ours
     */
    static String item(String cursor) {
        try {
            var item = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            return ItemKey.parse(item).toString();
        } catch (IllegalArgumentException e) {
            throw new RefusedParameter("cursor", "not one that was given out here");
        }
    }
}
